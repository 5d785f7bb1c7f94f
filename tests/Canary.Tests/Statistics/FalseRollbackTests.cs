using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>Healthy candidates, many times over with fixed seeds: few enough of them may ever be called Unhealthy.</summary>
public class FalseRollbackTests
{
    private static readonly double Alpha = Tolerance.Errors.Alpha;

    [Theory]
    [InlineData(.001, .1)]
    [InlineData(.01, .1)]
    [InlineData(.05, .5)]
    public void NoRegression_OverAWholeRollout_IsWithinAlpha(double rate, double share) =>
        Assert.InRange(Chance.OfRollback(2_000, random => Even(random, 20, rate, share)), 0, Alpha);

    // Twenty times as many looks as were planned: without the correction for repeated
    // looks a tenth of these would be rolled back.
    [Fact]
    public void NoRegression_OverFarMoreLooksThanPlanned_IsWithinAlpha() =>
        Assert.InRange(Chance.OfRollback(500, random => Even(random, 400, .02, .3)), 0, Alpha);

    // So it is with good requests counted and a weight of 0.05 %: then the stable version is the one in question.
    [Fact]
    public void NoRegression_WithNearlyAllOfTheTraffic_IsWithinAlpha() =>
        Assert.InRange(Chance.OfRollback(200, random => Rollout(20, i => Minute(random, i, 60_000, .9995, .95))), 0, Alpha);

    [Theory]
    [InlineData(4, 8, .3)]
    [InlineData(0, 20, .9)]
    public void OutageOfBothVersions_IsWithinAlpha(int from, int until, double rate) => Assert.InRange(
        Chance.OfRollback(
            1_000, random => Rollout(20, i => Minute(random, i, 600, .1, i >= from && i < until ? rate : .001))), 0, Alpha);

    [Fact]
    public void OutageThatBeginsAsTheWeightChanges_IsWithinAlpha() => Assert.InRange(
        Chance.OfRollback(1_000, random => Rollout(
            20, i => i == 10 ? OutageAfterTheChange(random, i) : Minute(random, i, 600, i < 10 ? .1 : .5, .001))),
        0,
        Alpha);

    [Fact]
    public void BurstsOfEachVersionForItself_AreWithinAlpha() => Assert.InRange(
        Chance.OfRollback(500, random => Rollout(20, i => Bursty(random, i)), random => Calibration.Of(
            [.. Enumerable.Range(0, Calibration.HistoryMinutes).Select(_ => InBursts(random, 600))])), 0, Alpha);

    private static Minute[] Even(Random random, int minutes, double rate, double share) =>
        Rollout(minutes, i => Minute(random, i, 600, share, rate));

    private static Minute[] Rollout(int minutes, Func<int, Minute> minute) => [.. Enumerable.Range(0, minutes).Select(minute)];

    private static Minute Minute(Random random, int index, long requests, double share, double rate)
    {
        var candidate = random.Binomial(requests, share);
        var stable = requests - candidate;
        return Traffic.Minute(index, candidate, random.Binomial(candidate, rate), stable, random.Binomial(stable, rate));
    }

    // The weight goes from 10 to 50 % in the middle of the minute, and everything fails from then on:
    // the candidate has half of the failures, and fewer than a third of the requests.
    private static Minute OutageAfterTheChange(Random random, int index)
    {
        var before = Minute(random, index, 300, .1, .001);
        var after = Minute(random, index, 300, .5, .9);
        return before with
        {
            Candidate = before.Candidate + after.Candidate,
            Stable = before.Stable + after.Stable,
            LargestShare = .5,
            WeightChanged = true,
        };
    }

    private static Minute Bursty(Random random, int index)
    {
        var candidate = InBursts(random, 60);
        var stable = InBursts(random, 540);
        return Traffic.Minute(index, candidate.Requests, candidate.Bad, stable.Requests, stable.Bad);
    }

    // Failures come in runs of ten.
    private static Counts InBursts(Random random, long requests) =>
        new(requests, Math.Min(requests, 10 * random.Binomial(requests, .001)));
}
