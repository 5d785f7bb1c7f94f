using System.Text.Json;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>Rollouts as they are listed and shown.</summary>
public sealed class ListTests : IAsyncDisposable
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task List_OfRolloutsThatEndedAndOneThatRuns_TellsEach()
    {
        await _stage.EndAsync(_stage.Start("one"));
        await _stage.EndAsync(_stage.Start("refused", """ "deploymentConfig": "Sometimes" """));
        _stage.Change("3");
        _stage.Start("three");
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("list");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        var lines = typed.Output.Split('\n');
        Assert.Matches("^● 2026-01-01 09:0[0-9]  orders:live  2 → 3  running +30 s +bob", lines[0]);
        Assert.StartsWith("    three: Step 1 of 2 at 10 %", lines[1], StringComparison.Ordinal);
        Assert.Matches("^✘ .*orders:live  - → \\?  refused", lines[2]);
        Assert.Matches("^✔ .*orders:live  1 → 2  promoted +5 min", lines[4]);
    }

    [Fact]
    public async Task List_Running_LeavesOutWhatEnded()
    {
        await _stage.EndAsync(_stage.Start("one"));

        Assert.Equal("No rollout is under way.", (await _stage.TypeAsync("list", "--running")).Output.Trim());
    }

    [Fact]
    public async Task List_ForAProgram_IsOneObject()
    {
        await _stage.EndAsync(_stage.Start("one"));

        using var json = JsonDocument.Parse((await _stage.TypeAsync("list", "--output", "json")).Output);

        var one = json.RootElement.GetProperty("rollouts")[0];
        Assert.Equal(
            ("one", "Promoted", "1", "2", "bob"),
            (Text(one, "name"), Text(one, "outcome"), Text(one, "stableVersion"), Text(one, "candidateVersion"),
                Text(one, "by")));
    }

    [Fact]
    public async Task History_OfAnotherFunction_IsEmpty()
    {
        await _stage.EndAsync(_stage.Start("one"));

        Assert.Equal("There is no rollout of carts yet.", (await _stage.TypeAsync("history", "carts")).Output.Trim());
        Assert.Contains("    one: Promoted", (await _stage.TypeAsync("history", "orders:live")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_APromotedOne_TellsPlanStepsAndStory()
    {
        await _stage.EndAsync(_stage.Start("one"));

        var typed = await _stage.TypeAsync("show", "one");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.StartsWith("✔ orders:live, 1 → 2: promoted, after 5 min", typed.Output, StringComparison.Ordinal);
        Assert.Contains("plan       Canary10Percent5Minutes, a check every 15 s, ", typed.Output, StringComparison.Ordinal);
        Assert.Contains("step 1     ✔ 10 % for 5 min", typed.Output, StringComparison.Ordinal);
        Assert.Contains("PlanRollout: Started by bob. The plan is 10 % for 300 s", typed.Output, StringComparison.Ordinal);
        Assert.Contains("live is at version 2 now, and no rollout holds it", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AfterItsFirstCheck_TellsOfOne()
    {
        _stage.Start("one");
        await _stage.PassAsync(20);

        var typed = await _stage.TypeAsync("show", "one");

        Assert.Matches("step 1 +● 10 % for 5 min, 09:[0-9:]+ to now, 1 check, the last", typed.Output);
    }

    [Fact]
    public async Task Show_ForAProgram_HasTheDocument()
    {
        await _stage.EndAsync(_stage.Start("one"));

        using var json = JsonDocument.Parse((await _stage.TypeAsync("show", "one", "--output", "json")).Output);

        Assert.Equal("1", Text(json.RootElement.GetProperty("document"), "schemaVersion"));
        Assert.True(json.RootElement.GetProperty("story").GetArrayLength() > 3);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();
}
