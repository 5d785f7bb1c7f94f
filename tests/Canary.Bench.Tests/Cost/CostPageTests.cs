using Canary.Bench.Cost;
using Canary.Local.Deploy;

namespace Canary.Bench.Tests.Cost;

/// <summary>docs/cost.md shows what rollouts use. It must not go stale.</summary>
public class CostPageTests
{
    private const string Begin = "<!-- written by bench -- cost -->";
    private const string End = "<!-- end -->";

    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    /// <summary>With CANARY_WRITE_RESULTS=1 it writes the tables anew.</summary>
    [Fact]
    public async Task Page_ItsTables_AreWhatRolloutsUse()
    {
        var page = Tree.Read("docs/cost.md");
        var wanted = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)]
            + $"\n\n{await CostCommand.ReportAsync()}\n"
            + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_RESULTS") == "1")
            await File.WriteAllTextAsync(
                Path.Combine(Path.GetDirectoryName(Tree.Template)!, "docs", "cost.md"),
                wanted,
                TestContext.Current.CancellationToken);

        Assert.True(
            wanted == Tree.Read("docs/cost.md"),
            "docs/cost.md is not what rollouts use. Run this test with CANARY_WRITE_RESULTS=1 and read what has changed. "
            + $"It lacks: {string.Join('\n', wanted.Split('\n').Except(page.Split('\n')))}");
    }

    [Fact]
    public void Memory_OfEachLambda_IsTheTemplates() =>
        Assert.Contains($"MemorySize: {Spent.Gigabytes * 1_024}\n", Tree.Read("template.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Sweeps_ComeAsOftenAsTheTemplateSays() =>
        Assert.Contains("Schedule: rate(5 minutes)", Tree.Read("template.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Page_WhatIsAssumed_IsWhatIsCountedWith()
    {
        var page = Tree.Read("docs/cost.md").Replace('\n', ' ');

        Assert.Contains($"a Lambda runs for {Assumed.InvocationSeconds} s", page, StringComparison.Ordinal);
        Assert.Contains($"{Assumed.BytesOfInvocation:N0} bytes for an invocation", page, StringComparison.Ordinal);
        Assert.Contains($"{Assumed.BytesOfLine} bytes around each line", page, StringComparison.Ordinal);
        Assert.Contains($"{Assumed.BytesOfEvent} bytes for an event of the state machine", page, StringComparison.Ordinal);
    }
}
