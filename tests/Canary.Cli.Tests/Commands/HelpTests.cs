using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Local.Deploy;
using Canary.Local.Faults;

namespace Canary.Cli.Tests.Commands;

public class HelpTests
{
    private static readonly string[][] Pages =
    [
        [], ["--help"], ["help"], ["demo", "--help"], ["help", "demo"], ["serve", "-h"], ["help", "serve"], ["help", "faults"],
        ["init", "--help"], ["lint", "--help"], ["plan", "--help"], ["completion", "--help"],
    ];

    [Fact]
    public async Task EachPage_FitsEightyColumns()
    {
        foreach (var arguments in Pages)
        {
            var typed = await Typed.RunAsync(arguments);

            Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
            Assert.All(typed.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    [Fact]
    public void ExitCodes_OnThePageOfPipelines_AreThoseOfTheHelp()
    {
        var docs = Path.GetDirectoryName(SourceTree.Find(AppContext.BaseDirectory).Template)!;
        var page = File.ReadAllLines(Path.Combine(docs, "docs", "pipelines.md"));

        var rows = page.SkipWhile(line => line != "| exit code | meaning |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(ExitCode.Help.Rows.Select(row => $"| {row.Word} | {row.Meaning} |"), rows);
    }

    [Fact]
    public async Task Nothing_SaysWhatThereIs()
    {
        var typed = await Typed.RunAsync();

        Assert.Contains("canary [command]", typed.Output, StringComparison.Ordinal);
        Assert.All(
            ["demo", "serve", "help"],
            command => Assert.Contains($"\n  {command} ", typed.Output, StringComparison.Ordinal));
        Assert.Contains("dotnet run --project cli -- demo", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_AlongWithWhatThereIsNot_IsHelp() =>
        Assert.Contains("--traffic", (await Typed.RunAsync("demo", "--fast", "--help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Faults_ListsEachKind()
    {
        var page = (await Typed.RunAsync("help", "faults")).Output;

        Assert.All(FaultWords.All, word => Assert.Contains($"\n  {word.Word} ", page, StringComparison.Ordinal));
        Assert.Contains("lambda", page, StringComparison.Ordinal);
    }

    // Without a name for the page, the parser lists what a shell is offered there: the folder's rollout files.
    [Fact]
    public void AFile_HasANameOnThePage() =>
        Assert.Equal("file", new FileArgument("The rollout", ArgumentArity.ZeroOrMore).HelpName);

    [Fact]
    public async Task Serve_LeavesTheFaultsToTheirTopic()
    {
        var page = (await Typed.RunAsync("serve", "--help")).Output;

        Assert.Contains("canary help faults", page, StringComparison.Ordinal);
        Assert.DoesNotContain("connection-refused", page, StringComparison.Ordinal);
    }
}
