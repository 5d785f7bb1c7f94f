using System.IO.Compression;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;

namespace Canary.Cli.Setup;

/// <summary>A release as a team without the .NET SDK gets it: the template, and the Lambdas in a zip file beside it.</summary>
internal sealed class UnpackedRelease : IDisposable
{
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-release-");
    private readonly Dictionary<string, string> _unpacked = [];

    private UnpackedRelease(string folder) => Tree = new SourceTree(folder, "", "");

    /// <summary>Where the template is.</summary>
    public SourceTree Tree { get; }

    /// <exception cref="TemplateException">There is none in that folder.</exception>
    public static UnpackedRelease In(string folder)
    {
        var full = Path.GetFullPath(folder);
        return File.Exists(Path.Combine(full, "template.yaml"))
            ? new UnpackedRelease(full)
            : throw new TemplateException($"{full} has no template.yaml: unpack a release there.");
    }

    /// <summary>Where a function's code lies, unpacked as Lambda unpacks it.</summary>
    /// <exception cref="TemplateException">Its file is not there.</exception>
    public string CodeOf(PlannedFunction function)
    {
        if (_unpacked.TryGetValue(function.CodeUri, out var known)) return known;
        var archive = Path.Combine(Tree.Root, function.CodeUri);
        if (!File.Exists(archive))
            throw new TemplateException(
                $"{function.LogicalId} has its code in {function.CodeUri}, which is not in {Tree.Root}: unpack a release there.");
        var folder = _code.CreateSubdirectory($"{_unpacked.Count}").FullName;
        ZipFile.ExtractToDirectory(archive, folder);
        return _unpacked[function.CodeUri] = folder;
    }

    /// <inheritdoc/>
    public void Dispose() => _code.Delete(recursive: true);
}
