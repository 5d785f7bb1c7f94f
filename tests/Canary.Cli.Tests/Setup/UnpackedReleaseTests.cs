using System.IO.Compression;
using Canary.Cli.Setup;
using Canary.Local.Deploy.Plan;

namespace Canary.Cli.Tests.Setup;

public sealed class UnpackedReleaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canary-unpacked-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void CodeOf_TwoFunctionsOfOneFile_AreUnpackedOnce()
    {
        Write("template.yaml", "Resources: {}");
        Write("code/Canary.Functions", "native");
        ZipFile.CreateFromDirectory(Path.Combine(_folder.FullName, "code"), Path.Combine(_folder.FullName, "lambdas.zip"));
        using var release = UnpackedRelease.In(_folder.FullName);

        var first = release.CodeOf(Function("OneFunction", "lambdas.zip"));

        Assert.Equal(first, release.CodeOf(Function("TwoFunction", "lambdas.zip")));
        Assert.Equal("native", File.ReadAllText(Path.Combine(first, "Canary.Functions")));
    }

    [Fact]
    public void CodeOf_AFileThatIsNotThere_NamesTheFunctionAndTheFile()
    {
        Write("template.yaml", "Resources: {}");
        using var release = UnpackedRelease.In(_folder.FullName);

        var fault = Assert.Throws<TemplateException>(() => release.CodeOf(Function("OneFunction", "lambdas.zip")));

        Assert.StartsWith("OneFunction has its code in lambdas.zip, which is not in ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_AFolderWithoutATemplate_SaysWhatBelongsThere() => Assert.Equal(
        $"{_folder.FullName} has no template.yaml: unpack a release there.",
        Assert.Throws<TemplateException>(() => UnpackedRelease.In(_folder.FullName)).Message);

    private static PlannedFunction Function(string id, string code) =>
        new(id, id, $"arn:aws:lambda:us-east-1:123456789012:function:{id}", "dotnet10", "Canary.Functions", code)
        {
            Role = "arn:aws:iam::123456789012:role/canary",
        };

    private void Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
