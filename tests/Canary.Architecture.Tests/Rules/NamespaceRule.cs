using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>The namespace is the folder.</summary>
internal static class NamespaceRule
{
    public static IEnumerable<string> Faults(IEnumerable<SourceFile> files, IReadOnlyList<Project> projects) =>
        from file in files
        where file.Namespace.Length > 0
        let project = projects.Where(one => one.Holds(file.Folder)).MaxBy(one => one.Folder.Length)
        let wanted = project.Namespace + file.Folder[project.Folder.Length..].Replace('/', '.')
        where file.Namespace != wanted
        select $"{file.Path} is in the namespace {file.Namespace}: its folder says {wanted}.";
}
