using Canary.Local.Clocks;

namespace Canary.Local.Tests.Clocks;

public class AcceleratedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // So fast that whatever is not fired at once is passed at once.
    private const double Speed = 1e6;

    [Fact]
    public async Task GetUtcNow_ATimerThatHasNotFired_IsNotPassed()
    {
        using var clock = new AcceleratedClock(Start, Speed);
        using var gate = new ManualResetEventSlim();
        var begin = clock.Hold();
        var due = clock.GetUtcNow().AddHours(1);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slow = clock.CreateTimer(
            _ =>
            {
                first.SetResult();
                gate.Wait(TestContext.Current.CancellationToken);
            },
            null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await using var later = clock.CreateTimer(
            _ => second.SetResult(clock.GetUtcNow()), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        begin.Dispose();

        await first.Task;
        var stuck = Enumerable.Range(0, 100_000).Select(_ => clock.GetUtcNow()).Last();
        gate.Set();

        // Both were set within a real second, in which time was held.
        Assert.InRange(stuck, due, due.AddSeconds(1));
        Assert.InRange(await second.Task, stuck, due.AddSeconds(1));
    }

    [Fact]
    public async Task WaitUntilAsync_ManyTurns_AreEachAtTheirTime()
    {
        using var clock = new AcceleratedClock(Start, Speed);
        var begin = clock.Hold();
        var (late, due) = (TimeSpan.Zero, clock.GetUtcNow());
        var turn = clock.WaitUntilAsync(due, TestContext.Current.CancellationToken);
        begin.Dispose();
        for (var i = 0; i < 1_000; i++)
        {
            using var hold = await turn;
            late += clock.GetUtcNow() - due;
            due += TimeSpan.FromMinutes(1);
            turn = clock.WaitUntilAsync(due, TestContext.Current.CancellationToken);
        }

        // Held, time is real time: what a turn took really, and not a million times that.
        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void New_SlowerThanReal_IsRefused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcceleratedClock(Start, speed));
}
