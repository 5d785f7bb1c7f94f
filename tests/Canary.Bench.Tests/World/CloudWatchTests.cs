using Canary.Bench.Pipeline.Cells;
using Canary.Bench.World;
using Canary.Ports;

namespace Canary.Bench.Tests.World;

public class CloudWatchTests
{
    private const int Minutes = 12;
    private static readonly Scene Busy = new(20, .1, .2) { Durations = new(new Mode(1, 100, .5)) };

    public static TheoryData<int> Ways => [.. Enumerable.Range(0, Tellings.All.Count)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_AtAnyTime_TellsNoMoreThanHappened(int index)
    {
        var (alias, metrics) = Shifted(Tellings.All[index], Busy);
        for (var i = 0; i < 4 * Minutes; i++)
        {
            alias.Advance(alias.Now + 15);

            Assert.True(Sum(metrics, alias, "Invocations", "Sum") <= alias.Candidate.Total.Requests);
            Assert.True(Sum(metrics, alias, "Errors", "Sum") <= alias.Candidate.Total.Bad);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_AfterTheLongestLag_TellsAll(int index)
    {
        var telling = Tellings.All[index];
        var (alias, metrics) = Shifted(telling, Busy);
        alias.Advance(alias.Now + 60 * Minutes);
        Sum(metrics, alias, "Invocations", "Sum");
        alias.Shift(0);
        alias.Advance(alias.Now + 60 + telling.Longest);

        Assert.Equal(alias.Candidate.Total.Requests, Sum(metrics, alias, "Invocations", "Sum"));
        Assert.Equal(alias.Candidate.Total.Requests, Sum(metrics, alias, "Errors", "SampleCount"));
        Assert.Equal(alias.Candidate.Total.Bad, Sum(metrics, alias, "Errors", "Sum"));
        Assert.Equal(alias.Candidate.Total.Requests, Sum(metrics, alias, "Duration", "SampleCount"));
    }

    [Fact]
    public void Read_WholeMinutes_NeverTellsAPart()
    {
        var (alias, metrics) = Shifted(Tellings.Whole, Busy);
        Dictionary<DateTimeOffset, double> seen = [];
        for (var i = 0; i < 4 * Minutes; i++)
        {
            alias.Advance(alias.Now + 15);
            foreach (var (minute, value) in Read(metrics, alias, "Invocations", "Sum"))
                Assert.Equal(seen.TryAdd(minute, value) ? value : seen[minute], value);
        }

        Assert.NotEmpty(seen);
    }

    [Fact]
    public void Read_ZerosAreNotTold_ErrorsAreOnlyThoseThatFailed()
    {
        var (alias, metrics) = Shifted(Telling.AtOnce with { TellsZeros = false }, new(20, 0, .02));
        alias.Advance(alias.Now + 60 * Minutes);

        Assert.Equal(alias.Candidate.Total.Bad, Sum(metrics, alias, "Errors", "SampleCount"));
        Assert.DoesNotContain(0, Read(metrics, alias, "Errors", "Sum").Values);
    }

    [Fact]
    public void Read_SlowRequests_AreThePartOfTheDistributionAndTheFirstAfterAShift()
    {
        var (alias, metrics) = Shifted(Telling.AtOnce, Busy with { ColdStarts = 30 });
        Read(metrics, alias, "Duration", "TC(190:)");
        alias.Shift(.5);
        alias.Advance(alias.Now + 60 * Minutes);

        var slow = Sum(metrics, alias, "Duration", "TC(190:)");

        var expected = 30 + Busy.Durations!.Above(190) * (alias.Candidate.Total.Requests - 30);
        Assert.Equal(expected, slow, 4 * Math.Sqrt(expected));
    }

    private static (LiveAlias Alias, CloudWatch Metrics) Shifted(Telling telling, Scene scene)
    {
        var alias = new LiveAlias(scene, telling, 7);
        alias.Shift(.5);
        return (alias, new(alias, telling));
    }

    private static double Sum(CloudWatch metrics, LiveAlias alias, string name, string stat) =>
        Read(metrics, alias, name, stat).Values.Sum();

    private static IReadOnlyDictionary<DateTimeOffset, double> Read(
        CloudWatch metrics, LiveAlias alias, string name, string stat)
    {
        var source = new MetricSource(
            "AWS/Lambda", name, stat, new Dictionary<string, string> { ["ExecutedVersion"] = LiveAlias.CandidateVersion });
        var query = new MetricQuery($"q{name}{stat}") { Source = source };
        return metrics.Read(new([query], Time.Of(60 * LiveAlias.HistoryMinutes), Time.Of(alias.Now))).Series[query.Id];
    }
}
