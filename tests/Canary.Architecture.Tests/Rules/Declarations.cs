using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>Which types there are, by namespace, with the folder of each.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<string, Dictionary<string, string>> types = [];
    private readonly HashSet<string> namespaces = [];

    public Declarations(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            if (!types.TryGetValue(file.Namespace, out var known)) types[file.Namespace] = known = [];
            foreach (var type in file.Types) known[type] = file.Folder;
            for (var part = file.Namespace; part.Length > 0; part = Outer(part)) namespaces.Add(part);
        }
    }

    public bool IsNamespace(string name) => namespaces.Contains(name);

    /// <summary>The folder that declares this type, or null.</summary>
    public string? FolderOf(string space, string type) =>
        types.TryGetValue(space, out var known) ? known.GetValueOrDefault(type) : null;

    /// <summary>The folders that declare a type in this very namespace.</summary>
    public IEnumerable<string> FoldersOf(string space) =>
        types.TryGetValue(space, out var known) ? known.Values.Distinct() : [];

    public static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    public static string Outer(string space) =>
        space.Contains('.', StringComparison.Ordinal) ? space[..space.LastIndexOf('.')] : "";
}
