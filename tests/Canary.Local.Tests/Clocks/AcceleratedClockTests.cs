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
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource<DateTimeOffset>());
        await using var slow = clock.CreateTimer(
            _ =>
            {
                first.SetResult();
                gate.Wait(TestContext.Current.CancellationToken);
            },
            null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var due = TimeSpan.FromHours(2);
        await using var later = clock.CreateTimer(
            _ => second.SetResult(clock.GetUtcNow()), null, due, Timeout.InfiniteTimeSpan);

        await first.Task;
        var stuck = Enumerable.Range(0, 100_000).Select(_ => clock.GetUtcNow()).Last();
        gate.Set();

        Assert.InRange(stuck, Start.AddHours(1), Start + due);
        Assert.True(await second.Task >= Start + due);
    }

    [Fact]
    public async Task WaitUntilAsync_ManyTurns_AreEachAtTheirTime()
    {
        using var clock = new AcceleratedClock(Start, Speed);
        var late = TimeSpan.Zero;
        var due = Start;
        var turn = clock.WaitUntilAsync(due, TestContext.Current.CancellationToken);
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
