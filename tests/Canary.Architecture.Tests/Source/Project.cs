namespace Canary.Architecture.Tests.Source;

/// <summary>
/// A project of the tree: its folder, the namespace of that folder, and the folders of all the projects that it can see.
/// </summary>
internal sealed record Project(string Folder, string Namespace, IReadOnlyList<string> Sees)
{
    public bool Holds(string folder) => folder == Folder || folder.StartsWith(Folder + "/", StringComparison.Ordinal);
}
