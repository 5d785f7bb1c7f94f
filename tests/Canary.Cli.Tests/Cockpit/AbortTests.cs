using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>From "something is wrong" to the alias back, in one command.</summary>
public sealed class AbortTests : IAsyncDisposable
{
    private const string Steps = """ "steps": [{ "weight": 10, "bakeSeconds": 600 }] """;

    private readonly Stage _stage = new();

    [Theory]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(47)]
    [InlineData(62)]
    [InlineData(100)]
    public async Task Abort_AtAnyMomentOfABake_HasTheAliasBackWithinAnIntervalAndTenSeconds(int seconds)
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(seconds);
        var began = _stage.Clock.GetUtcNow();

        var typed = await _stage.TypeAsync("abort", Stage.Title, "--reason", "errors in the cart");

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("orders:live is back at version 1, with all traffic, after ", typed.Output, StringComparison.Ordinal);
        Assert.InRange((_stage.Clock.GetUtcNow() - began).TotalSeconds, 0, 15 + 10);
        var shown = await _stage.TypeAsync("show", execution);
        Assert.Contains("alice aborted it: errors in the cart", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_Now_StopsTheExecutionAndWaitsForTheAlias()
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(40);

        var typed = await _stage.TypeAsync("abort", "one", "--now", "--reason", "errors in the cart");

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        var shown = await _stage.TypeAsync("show", execution);
        Assert.Contains("✘ orders:live, 1 → 2: stopped", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Aborted: alice aborted it: errors in the cart", shown.Output, StringComparison.Ordinal);
        Assert.Contains("live is at version 1 now, and no rollout holds it", shown.Output, StringComparison.Ordinal);
        Assert.Matches("step 1 +✘ 10 % for [0-9]+ min, 09:[0-9:]+ to 09:[0-9:]+,", shown.Output);
        Assert.Contains("Started by bob.", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_TheLambdaThatTakesWordsIsGone_StopsTheExecution()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(40);
        _stage.Canary.Aws.Lambda.DeleteFunction("canary-Control");

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("There is no function canary-Control", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_WhatWasPromoted_IsRefusedAndNamesUndo()
    {
        await _stage.EndAsync(_stage.Start("one"));

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Misused, "2"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("There is nothing to abort: Promoted orders:live", typed.Error, StringComparison.Ordinal);
        Assert.Contains("canary undo orders:live", typed.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
