using Canary.Input;
using Canary.Statistics;
using Canary.Tests.Rollouts;
using Canary.Tests.Statistics;

namespace Canary.Tests.Analysis;

/// <summary>
/// Rollouts of an unchanged candidate, many times over with fixed seeds, checked while their metrics are still under way:
/// at no check may more of them be Unhealthy than would be of metrics that come at once.
/// </summary>
public class LateMetricsProperties
{
    private static readonly double Alpha = Tolerance.Errors.Alpha;
    private static readonly AnalysisRequest OnlyErrors = new() { Latency = null };

    // Each metric of each version by itself, and the throttles too, up to four minutes late, in a different order each minute.
    [Theory]
    [InlineData("failed")]
    [InlineData("throttled")]
    [InlineData("slow")]
    public void OutageOfBoth_EachMetricLateForItself_IsWithinAlpha(string how) => Assert.InRange(Unhealthy(300, 15, random =>
    {
        var seed = random.Next();
        var world = new MetricWorld { Delay = (version, metric, minute) => Late(seed, version!, metric, minute) };
        var from = random.Next(12);
        for (var minute = 0; minute < 15; minute++)
        {
            var rate = minute >= from && minute < from + 4 ? .4 : .002;
            foreach (var (version, requests) in Shared(random, 600, .1))
            {
                var bad = random.Binomial(requests, rate);
                world.Serve(version, minute, 1, how == "throttled"
                    ? requests - bad
                    : requests, how == "failed" ? bad : 0, how == "slow" ? bad : 0);
                if (how == "throttled" && bad > 0) world.Put(version, "Throttles", "Sum", MetricWorld.At(60 * minute), bad);
            }
        }
        return world;
    }), 0, Alpha);

    // The minute that has not ended is told of so far, and so is one of which not all has arrived.
    [Theory]
    [InlineData(.001, .1, 600)]
    [InlineData(.03, .1, 60)]
    [InlineData(.3, .5, 60)]
    public void NoRegression_SeenInParts_IsWithinAlpha(double rate, double share, int requestsAMinute) =>
        Assert.InRange(Unhealthy(300, 15, random =>
        {
            var late = random.Next(120);
            var world = new MetricWorld { Delay = (_, _, _) => TimeSpan.FromSeconds(late) };
            for (var part = 0; part < 60; part++)
            {
                foreach (var (version, requests) in Shared(random, requestsAMinute / 4, share))
                    world.Serve(version, MetricWorld.At(15 * part), 15, requests, random.Binomial(requests, rate));
            }
            return world;
        }), 0, Alpha);

    // One version's requests are told of up to a minute later than the other's,
    // while both begin to fail in the middle of a minute.
    [Fact]
    public void OutageOfBothFromTheMiddleOfAMinute_OneVersionSeenLater_IsWithinAlpha() =>
        Assert.InRange(Unhealthy(300, 15, random =>
        {
            int[] late = [random.Next(60), random.Next(60)];
            var world = new MetricWorld
            {
                Delay = (version, _, _) => TimeSpan.FromSeconds(late[version == MetricWorld.Candidate ? 0 : 1]),
            };
            var from = random.Next(40);
            for (var part = 0; part < 60; part++)
            {
                foreach (var (version, requests) in Shared(random, 150, .1))
                    world.Serve(version, MetricWorld.At(15 * part), 15, requests,
                        random.Binomial(requests, part >= from && part < from + 16 ? .4 : .002));
            }
            return world;
        }), 0, Alpha);

    // Each part of a minute by itself, of each version by itself; or all of a version's minute with the same lag.
    [Theory]
    [InlineData(60, 180, "parts")]
    [InlineData(60, 180, "minutes")]
    [InlineData(60, 120, "minutes")]
    [InlineData(30, 90, "minutes")]
    public void OutageOfBoth_ToldInParts_IsWithinAlpha(int least, int most, string lag) =>
        Assert.InRange(Unhealthy(300, 15, random => ToldInParts(random, least, most, lag == "parts"), 3_000), 0, Alpha);

    private static MetricWorld ToldInParts(Random random, int least, int most, bool parts)
    {
        var (seed, from) = (random.Next(), random.Next(4, 50));
        var world = new MetricWorld
        {
            Delay = (version, _, began) =>
            {
                var of = parts ? began : began.AddSeconds(-began.Second);
                var own = new Random(seed ^ (10_000 * version![0]) ^ (int)(of - Given.Time).TotalSeconds);
                return TimeSpan.FromSeconds(own.Next(least, most));
            },
        };
        for (var part = 0; part < 60; part++)
        {
            foreach (var (version, requests) in Shared(random, 750, .1))
                world.Serve(version, MetricWorld.At(15 * part), 15, requests,
                    random.Binomial(requests, part >= from && part < from + 8 ? .8 : .01));
        }
        return world;
    }

    private static IEnumerable<(string Version, long Requests)> Shared(Random random, long requests, double share)
    {
        var candidate = random.Binomial(requests, share);
        return [(MetricWorld.Candidate, candidate), (MetricWorld.Stable, requests - candidate)];
    }

    private static TimeSpan Late(int seed, string version, string metric, DateTimeOffset minute) =>
        TimeSpan.FromSeconds(
            new Random(seed ^ (10_000 * version[0]) ^ (100 * metric.Length) ^ (int)(minute - Given.Time).TotalMinutes).Next(240));

    private static double Unhealthy(int runs, int minutes, Func<Random, MetricWorld> traffic, double expected = 0)
    {
        var unhealthy = 0;
        var rollout = Compared.Known(
            Compared.Begun(OnlyErrors, Given.Step(10, 60 * minutes), Given.Step(100, 0)).WithLatency(200, 500),
            known => known with { RequestsPerMinute = expected });
        Parallel.For(0, runs, run =>
        {
            var world = traffic(new Random(run));
            for (var seconds = 30; seconds <= 60 * minutes; seconds += 15)
            {
                if (world.Judge(rollout, seconds)!.Verdict.Health != HealthState.Unhealthy) continue;
                Interlocked.Increment(ref unhealthy);
                return;
            }
        });
        return (double)unhealthy / runs;
    }
}
