using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Canary.Architecture.Tests.Source;

/// <summary>The tree that the tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string[] Folders = ["functions", "local", "cli", "bench", "tests"];

    private static readonly string Root = FindRoot();

    /// <summary>The projects of ours, and not those of compat/.</summary>
    public static IReadOnlyList<Project> Projects { get; } = ReadProjects();

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Paths("*.cs").Select(path => new SourceFile(path, Read(path)))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>The files of one folder, and not of those in it.</summary>
    public static IEnumerable<string> Paths(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Select(Relative).Order(StringComparer.Ordinal);

    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    private static List<Project> ReadProjects()
    {
        var references = Paths("*.csproj").ToDictionary(path => path, References);
        return [.. references.Keys.Select(
            path => new Project(FolderOf(path), Namespace(path), [.. Seen(path, references).Select(FolderOf)]))];
    }

    // A project sees what is referenced by what it references, too.
    private static HashSet<string> Seen(string project, Dictionary<string, string[]> references)
    {
        var seen = new HashSet<string> { project };
        var open = new Stack<string>([project]);
        while (open.TryPop(out var next))
        {
            foreach (var reference in references.GetValueOrDefault(next, []))
            {
                if (seen.Add(reference)) open.Push(reference);
            }
        }
        return seen;
    }

    private static string[] References(string project) =>
    [
        .. XDocument.Parse(Read(project)).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => (string?)reference.Attribute("Include"))
            .OfType<string>()
            .Select(include => Relative(Path.GetFullPath(Path.Combine(Root, FolderOf(project), include)))),
    ];

    private static string Namespace(string project) =>
        XDocument.Parse(Read(project)).Descendants("RootNamespace").FirstOrDefault()?.Value
        ?? Path.GetFileNameWithoutExtension(project);

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static IEnumerable<string> Paths(string pattern) =>
        Folders.Where(folder => Directory.Exists(Path.Combine(Root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(Relative)
            .Where(path => !Regex.IsMatch(path, "/(bin|obj|node_modules)/"))
            .Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Canary.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException(
            $"There is no Canary.sln above {AppContext.BaseDirectory}: run the tests where they were built.");
    }
}
