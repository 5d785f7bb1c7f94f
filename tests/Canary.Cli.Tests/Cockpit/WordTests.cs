using System.Text.Json;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>Words that people type to a rollout that runs.</summary>
public sealed class WordTests : IAsyncDisposable
{
    private const string Steps = """
        "steps": [{ "weight": 10, "bakeSeconds": 300 }, { "weight": 50, "bakeSeconds": 300 }]
        """;

    private const string Asks = """
        "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 3600 }, { "weight": 50, "bakeSeconds": 60 }]
        """;

    private readonly Stage _stage = new();

    [Fact]
    public async Task Pause_ARolloutThatBakes_WaitsUntilItIsSeenAndSaysWho()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("pause", Stage.Title, "--reason", "lunch", "--for", "2h");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains("alice paused the rollout until 2026-01-01T11:", typed.Output, StringComparison.Ordinal);
        Assert.Contains("lunch", typed.Output, StringComparison.Ordinal);
        await _stage.PassAsync(1_000);
        Assert.Equal("1 + 2:0.1", await _stage.AliasAsync());
    }

    [Theory]
    [InlineData("ops: alice")]
    [InlineData("alice:")]
    [InlineData("alice at 10:00:00")]
    [InlineData(" al | ice; \"quoted\" 🐤 ")]
    [InlineData("alice:: x: y: z")]
    public async Task Pause_ByAnyName_IsSeenAndTellsWhy(string name)
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("pause", Stage.Title, "--by", name, "--reason", "lunch; or: tea");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains(": lunch; or: tea.", typed.Output.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_WhereAnotherPersonsPauseIsNotSeenYet_IsRefusedAndNamesThem()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);
        await _stage.TypeAsync("pause", Stage.Title, "--by", "carol", "--no-wait");

        var typed = await _stage.TypeAsync("skip", Stage.Title, "--by", "dave");
        await _stage.PassAsync(100);

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains(
            "carol has said pause before, and the rollout has not seen that yet", typed.Error, StringComparison.Ordinal);
        Assert.Equal("1 + 2:0.1", await _stage.AliasAsync());
    }

    [Fact]
    public async Task Pause_ByANameWithAColon_IsKnownAgain()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("pause", Stage.Title, "--by", "ci: nightly");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains("ci nightly paused the rollout", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_AfterAPause_GoesOn()
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(30);
        await _stage.TypeAsync("pause", Stage.Title);

        var typed = await _stage.TypeAsync("resume", "one", "--by", "carol");
        await _stage.EndAsync(execution);

        Assert.Contains("carol resumed the rollout.", typed.Output, StringComparison.Ordinal);
        Assert.Equal("2", await _stage.AliasAsync());
    }

    [Fact]
    public async Task Skip_TheFirstStep_HasTheNextAtOnce()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("skip", Stage.Title);
        await _stage.PassAsync(20);

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Equal("1 + 2:0.5", await _stage.AliasAsync());
    }

    [Fact]
    public async Task Promote_TheSameWordTwice_IsTakenOnceAndSecondIsTooLate()
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var first = await _stage.TypeAsync("promote", Stage.Title);
        await _stage.EndAsync(execution);
        var second = await _stage.TypeAsync("promote", Stage.Title);

        Assert.Equal((ExitCode.Done, ExitCode.Misused), (first.Exit, second.Exit));
        Assert.Equal("2", await _stage.AliasAsync());
        Assert.Contains("No rollout holds orders:live", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve", "alice approved it", "1 + 2:0.5")]
    [InlineData("reject", "alice rejected it", "1")]
    public async Task Approval_OfAStepThatWaits_IsSeenWithinAnInterval(string verb, string told, string alias)
    {
        _stage.Start("one", Asks);
        await _stage.PassAsync(100);

        var typed = await _stage.TypeAsync(verb, Stage.Title);
        await _stage.PassAsync(10);

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains(told, typed.Output, StringComparison.Ordinal);
        Assert.Equal(alias, await _stage.AliasAsync());
    }

    [Theory]
    [InlineData("resume", "It is not paused")]
    [InlineData("approve", "It does not wait for approval")]
    public async Task Word_ThatCannotBeDoneNow_IsRefusedWithWhy(string verb, string why)
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync(verb, Stage.Title);

        Assert.Equal((ExitCode.Misused, ""), (typed.Exit, typed.Output));
        Assert.Contains(why, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_ForAProgram_IsOneObject()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("pause", Stage.Title, "--output", "json");

        using var json = JsonDocument.Parse(typed.Output);
        Assert.True(json.RootElement.GetProperty("accepted").GetBoolean());
        Assert.True(json.RootElement.GetProperty("seen").GetBoolean());
        Assert.EndsWith(":one", json.RootElement.GetProperty("execution").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_WithoutWaiting_AnswersAtOnce()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(30);
        var before = _stage.Clock.GetUtcNow();

        var typed = await _stage.TypeAsync("pause", Stage.Title, "--no-wait");

        Assert.Equal((ExitCode.Done, before), (typed.Exit, _stage.Clock.GetUtcNow()));
        Assert.Contains("alice asked to pause the rollout of orders:live", typed.Output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
