using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>What is taken back after it was promoted, and what is tried again.</summary>
public sealed class UndoTests : IAsyncDisposable
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Undo_TheLastPromotion_GivesTheVersionBeforeEverythingAtOnce()
    {
        await _stage.EndAsync(_stage.Start("one"));
        _stage.Canary.PutFailures(Stage.Alarm, 5, _stage.Clock.GetUtcNow() - InProcess.InProcessCanary.Evaluated);
        await _stage.PassAsync(90);

        var typed = await _stage.TypeAsync("undo", Stage.Title, "--reason", "the cart fails", "--watch-alarms", "1m");

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("goes back from version 2 to 1: one promoted it", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"{Stage.Alarm} is ALARM.", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"Still in ALARM: {Stage.Alarm}.", typed.Error, StringComparison.Ordinal);
        var shown = await _stage.TypeAsync("show", Stage.Title);
        Assert.Contains("Started by alice: the cart fails.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("orders-undo-to-1-1", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5xx in the shop:\n\t\"cart\" | ; $(x)", 1)]
    [InlineData("\u001b[31mred\u202e", 1)]
    [InlineData("x🐤", 300)]
    [InlineData("  ", 1)]
    public async Task Undo_ForWhateverReason_IsDone(string reason, int times)
    {
        await _stage.EndAsync(_stage.Start("one"));

        var typed = await _stage.TypeAsync(
            "undo", Stage.Title, "--no-alarms", "--by", "alice\u001b",
            "--reason", string.Concat(Enumerable.Repeat(reason, times)));

        Assert.Equal((ExitCode.Done, "1", ""), (typed.Exit, await _stage.AliasAsync(), typed.Error));
    }

    [Fact]
    public async Task Undo_AnUndo_AsksWhichVersionIsMeant()
    {
        await _stage.EndAsync(_stage.Start("one"));
        await _stage.TypeAsync("undo", Stage.Title, "--no-alarms");

        var again = await _stage.TypeAsync("undo", Stage.Title);
        var forward = await _stage.TypeAsync("undo", Stage.Title, "--to", "2", "--no-alarms");

        Assert.Equal((ExitCode.Misused, ExitCode.Done), (again.Exit, forward.Exit));
        Assert.Contains("--to 2 goes forward again", again.Error, StringComparison.Ordinal);
        Assert.Equal("2", await _stage.AliasAsync());
    }

    [Fact]
    public async Task Undo_ARolloutThatRuns_IsRefusedAndNamesAbort()
    {
        _stage.Start("one");
        await _stage.PassAsync(30);

        var typed = await _stage.TypeAsync("undo", Stage.Title);

        Assert.Equal(ExitCode.Busy, typed.Exit);
        Assert.Contains("canary abort orders:live", typed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No rollout has promoted orders:live in the last 1 h.", 2 * 3_600)]
    [InlineData("No rollout has promoted orders:live in the last 1 h.", 0)]
    public async Task Undo_OutsideTheWindow_IsRefused(string why, int later)
    {
        if (later > 0) await _stage.EndAsync(_stage.Start("one"));
        await _stage.PassAsync(later + 1);

        var typed = await _stage.TypeAsync("undo", Stage.Title, "--window", "1h");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains(why, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_ToTheVersionThatIsLive_HasNothingToDo()
    {
        var typed = await _stage.TypeAsync("undo", Stage.Title, "--to", "1");

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains("Nothing to do: orders:live is at version 1 already.", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_ARolloutThatWasStopped_ReleasesTheSameVersion()
    {
        _stage.Start("orders-abc123-1");
        await _stage.PassAsync(40);
        await _stage.TypeAsync("abort", Stage.Title, "--now");
        _stage.Change("3");

        var typed = await _stage.TypeAsync("retry", Stage.Title, "--wait");

        Assert.Equal((ExitCode.Done, "2"), (typed.Exit, await _stage.AliasAsync()));
        var listed = await _stage.TypeAsync("history", "orders");
        Assert.Contains("orders-abc123-2: Promoted orders:live", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_WhatStillRuns_IsRefused()
    {
        _stage.Start("one");
        await _stage.PassAsync(30);

        Assert.Equal(ExitCode.Busy, (await _stage.TypeAsync("retry", Stage.Title)).Exit);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
