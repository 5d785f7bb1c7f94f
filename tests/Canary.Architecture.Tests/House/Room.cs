namespace Canary.Architecture.Tests.House;

/// <summary>A folder with all that is below it and has no room of its own.</summary>
/// <param name="Folder">From the folder of its wing; empty for the files that lie in the wing's folder itself.</param>
/// <param name="Holds">What somebody finds here.</param>
/// <param name="Never">Namespaces that nothing here may name, with all below them.</param>
internal sealed record Room(string Folder, string Holds, params string[] Never)
{
    public string Name => Folder.Length == 0 ? "(beside the folders)" : Folder;
}
