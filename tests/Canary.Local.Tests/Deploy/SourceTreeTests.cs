using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Tests.Deploy;

public sealed class SourceTreeTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("canary-tree-");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("local/bin/Debug/net10.0/")]
    [InlineData("tests/Some.Tests/bin/Debug/net10.0")]
    public void Find_FromWhereAProgramWasBuilt_KnowsTheRootAndTheBuild(string programFolder)
    {
        Write("template.yaml");

        var tree = SourceTree.Find(Path.Combine(_root.FullName, programFolder));

        Assert.Equal((_root.FullName, "Debug", "net10.0"), (tree.Root, tree.Configuration, tree.Framework));
    }

    [Fact]
    public void Find_OutsideOfAnyTree_SaysSo()
    {
        var refusal = Assert.Throws<TemplateException>(
            () => SourceTree.Find(Path.Combine(_root.FullName, "bin", "Debug", "net10.0")));

        Assert.Contains("There is no template.yaml above", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BuildOutputOf_ABuiltProject_IsWhereTheBuildLeftIt()
    {
        Write("src/App/bin/Release/net10.0/App.dll");

        Assert.Equal(
            Path.Combine(_root.FullName, "src/App/bin/Release/net10.0"), Tree("Release").BuildOutputOf("src/App/", "App"));
    }

    [Fact]
    public void BuildOutputOf_AProjectNotBuilt_SaysHowToBuildIt()
    {
        Write("src/App/bin/Release/net10.0/App.dll");

        var refusal = Assert.Throws<TemplateException>(() => Tree("Debug").BuildOutputOf("src/App", "App"));

        Assert.EndsWith("Build it with: dotnet build -c Debug src/App", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AFileThatIsMissing_NamesIt() =>
        Assert.Contains(
            "machine.json",
            Assert.Throws<TemplateException>(() => Tree("Debug").Read("machine.json")).Message,
            StringComparison.Ordinal);

    private SourceTree Tree(string configuration) => new(_root.FullName, configuration, "net10.0");

    private void Write(string path)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, "");
    }
}
