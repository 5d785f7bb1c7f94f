using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>All arrows of some projects. A file can name what its project sees, and nothing else of the tree.</summary>
internal static class Arrows
{
    public static IReadOnlyList<Arrow> Of(IReadOnlyList<SourceFile> files, IReadOnlyList<Project> projects)
    {
        var owned =
            files.ToLookup(file => projects.Where(project => project.Holds(file.Folder)).MaxBy(project => project.Folder.Length));
        return
        [
            .. from project in projects
               let seen = projects.Where(other => project.Sees.Contains(other.Folder)).SelectMany(other => owned[other])
               let reader = new ArrowReader(new Declarations(seen))
               from file in owned[project]
               from arrow in reader.Read(file).Distinct()
               select arrow,
        ];
    }
}
