using Canary.Local.Clocks;

namespace Canary.Local.Tests.Clocks;

public class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RunUntilAsync_ADayOfWaiting_TakesNoTime()
    {
        var clock = new VirtualClock(Start);

        await clock.RunUntilAsync(WaitTwiceAsync(clock));

        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task RunUntilAsync_WhileHeld_TimeStandsStill()
    {
        var clock = new VirtualClock(Start);
        var hold = clock.Hold();
        var work = Task.Run(async () =>
        {
            await Task.Yield();
            var seen = clock.GetUtcNow();
            hold.Dispose();
            return seen;
        });
        using var timer = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Assert.Equal(Start, await clock.RunUntilAsync(work));
    }

    [Fact]
    public async Task RunUntilAsync_AMoment_FiresWhatIsDueUntilThenInOrder()
    {
        var clock = new VirtualClock(Start);
        var fired = new List<double>();
        using var second = clock.CreateTimer(_ => fired.Add(2), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var every = clock.CreateTimer(_ => fired.Add(1.5), null, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.5));
        using var late = clock.CreateTimer(_ => fired.Add(9), null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);

        await clock.RunUntilAsync(Start.AddSeconds(4));

        Assert.Equal([1.5, 2, 1.5], fired);
        Assert.Equal(Start.AddSeconds(4), clock.GetUtcNow());
    }

    [Fact]
    public async Task RunUntilAsync_NothingDueOrUnderWay_SaysSoInsteadOfHanging()
    {
        var clock = new VirtualClock(Start);

        await Assert.ThrowsAsync<InvalidOperationException>(() => clock.RunUntilAsync(new TaskCompletionSource().Task));
    }

    [Fact]
    public async Task WaitUntilAsync_Cancelled_TakesNoHold()
    {
        var clock = new VirtualClock(Start);
        using var cancel = new CancellationTokenSource();
        var wait = clock.WaitUntilAsync(Start.AddHours(1), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        await clock.RunUntilAsync(Start.AddHours(2));
    }

    private static async Task WaitTwiceAsync(VirtualClock clock)
    {
        var first = await clock.WaitUntilAsync(Start.AddHours(1));
        // Queued before time may run on.
        var second = clock.WaitUntilAsync(Start.AddDays(1));
        first.Dispose();
        (await second).Dispose();
    }
}
