using Canary.Cli.Traffic;
using Canary.Cli.Watching;
using Canary.Local.Clocks;

namespace Canary.Cli.Tests.Traffic;

public class SteadyTrafficTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Start_TwoASecond_SendsAtEvenDistances()
    {
        var clock = new VirtualClock(Start);
        var sent = new List<double>();
        await using var traffic = new SteadyTraffic(clock, 2, () =>
        {
            sent.Add((clock.GetUtcNow() - Start).TotalSeconds);
            return Task.CompletedTask;
        });

        traffic.Start();
        await clock.RunUntilAsync(Start.AddSeconds(2));

        Assert.Equal([0, 0.5, 1, 1.5, 2], sent);
    }

    [Fact]
    public async Task Start_AnswersThatDoNotCome_LeavesOutWhatWouldBeTooMany()
    {
        var clock = new VirtualClock(Start);
        var answer = new TaskCompletionSource();
        var sent = 0;
        var traffic = new SteadyTraffic(clock, 10, () =>
        {
            sent++;
            return answer.Task;
        });

        traffic.Start();
        await clock.RunUntilAsync(Start.AddSeconds(10));
        answer.SetResult();
        await traffic.DisposeAsync();

        Assert.Equal(8, sent);
    }

    [Fact]
    public async Task DisposeAsync_BeforeStart_Ends()
    {
        var traffic = new SteadyTraffic(new VirtualClock(Start), 1, () => Task.CompletedTask);

        await traffic.DisposeAsync();
    }

    [Fact]
    public void Since_AnEarlierMoment_IsTheDifference()
    {
        var tally = new TrafficTally();
        tally.Served("1", failed: false);
        var earlier = tally.Snapshot();
        tally.Served("2", failed: true);
        tally.Served("2", failed: false);
        tally.Refused();

        var since = tally.Snapshot().Since(earlier);

        Assert.Equal(new TrafficCount(2, 1), since.Of("2"));
        Assert.Equal(default, since.Of("1"));
        Assert.Equal(1, since.Refused);
        Assert.Equal(1, since.Share("2"));
        Assert.Null(TrafficSnapshot.Empty.Share("1"));
    }
}
