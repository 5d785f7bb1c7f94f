using Canary.InProcess;
using Canary.Local.Clocks;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>A Lambda whose invocation holds the clock waits in virtual time.</summary>
public sealed class WaitingTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);

    [Fact]
    public async Task Delay_WhileTheClockIsHeld_PassesVirtualTime()
    {
        var time = new WaitingTime(_clock);
        using var invocation = _clock.Hold();

        await _clock.RunUntilAsync(Task.Delay(TimeSpan.FromSeconds(40), time, TestContext.Current.CancellationToken));

        Assert.Equal(Start.AddSeconds(40), time.GetUtcNow());
    }

    [Fact]
    public async Task Delay_WhenItIsOver_HoldsTheClockAgain()
    {
        using var invocation = _clock.Hold();
        await _clock.RunUntilAsync(
            Task.Delay(TimeSpan.FromSeconds(1), new WaitingTime(_clock), TestContext.Current.CancellationToken));

        var later = Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken);
        var run = _clock.RunUntilAsync(later);

        Assert.False(run.IsCompleted);
        Assert.Equal(Start.AddSeconds(1), _clock.GetUtcNow());
        invocation.Dispose();
        await run;
    }

    [Fact]
    public async Task Delay_Cancelled_HoldsTheClockAgain()
    {
        using var invocation = _clock.Hold();
        using var enough = new CancellationTokenSource();
        var wait = Task.Delay(TimeSpan.FromSeconds(40), new WaitingTime(_clock), enough.Token);

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        var run = _clock.RunUntilAsync(Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken));

        Assert.False(run.IsCompleted);
        Assert.Equal(Start, _clock.GetUtcNow());
        invocation.Dispose();
        await run;
    }
}
