using Canary.Statistics;
using Canary.Statistics.Values;

namespace Canary.Tests.Statistics;

public class ValueJudgeTests
{
    private static readonly Tolerance Tolerance = new() { Alpha = .002 };

    [Theory]
    [InlineData(0, HealthState.Inconclusive, "no values of depth could be compared")]
    [InlineData(1, HealthState.Inconclusive,
        "depth was worse at the candidate in 1 of 1 minutes: not enough to tell, about 12 minutes more would be")]
    [InlineData(30, HealthState.Unhealthy, "depth was worse at the candidate in 30 of 30 minutes; 1 in ")]
    public void Judge_TheCandidateIsAlwaysWorse_IsUnhealthyInTime(int minutes, HealthState health, string reason)
    {
        var verdict = Judge([.. Enumerable.Range(0, minutes).Select(_ => (2.0, 1.0))]).Verdict;

        Assert.Equal(health, verdict.Health);
        Assert.StartsWith(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.2, false, 11, 10, HealthState.Healthy)]
    [InlineData(1.2, false, 13, 10, HealthState.Unhealthy)]
    [InlineData(1.2, true, 10, 11, HealthState.Healthy)]
    [InlineData(1.2, true, 10, 13, HealthState.Unhealthy)]
    [InlineData(1.2, false, -9, -10, HealthState.Healthy)]
    [InlineData(1.2, false, -7, -10, HealthState.Unhealthy)]
    public void Judge_WithinTheRatio_IsNotWorse(
        double ratio, bool moreIsGood, double candidate, double stable, HealthState health) => Assert.Equal(
        health,
        Judge([.. Enumerable.Repeat((candidate, stable), 30)], Tolerance with { Ratio = ratio }, moreIsGood).Verdict.Health);

    [Fact]
    public void Judge_Equal_SpeaksForTheCandidate() => Assert.Equal(
        new(
            HealthState.Healthy,
            "depth was worse at the candidate in 0 of 5 minutes: no worse, and nine of ten minutes are ruled out"),
        Judge([.. Enumerable.Repeat((0.0, 0.0), 5)]).Verdict);

    [Fact]
    public void Judge_SomeMinutesEqual_DoNotHideThatTheOthersAreWorse() => Assert.Equal(
        HealthState.Unhealthy, Judge([.. Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? 2.0 : 1, 1.0))]).Verdict.Health);

    // Seven of ten minutes: harmless by what harm is, and too suspicious to go on.
    [Fact]
    public void Judge_Suspicious_IsNotHealthy()
    {
        var judgement = Judge([.. Enumerable.Range(0, 300).Select(i => (i % 10 < 7 ? 2.0 : 0, 1.0))]);

        Assert.True(judgement.Suspicious);
        Assert.Equal(HealthState.Inconclusive, judgement.Verdict.Health);
    }

    // Without the correction for repeated looks, 8 of 1,000.
    [Theory]
    [InlineData(20)]
    [InlineData(240)]
    public void Judge_NoRegression_IsUnhealthyWithinAlpha(int minutes)
    {
        var unhealthy = 0;
        Parallel.For(0, 10_000, run =>
        {
            var random = new Random(run);
            var judgement = Judge([.. Enumerable.Range(0, minutes).Select(_ => (random.NextDouble(), random.NextDouble()))]);
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref unhealthy);
        });

        Assert.InRange(unhealthy / 10_000.0, 0, Tolerance.Alpha);
    }

    // Averages of payments, few large ones among them: that of fewer payments is the
    // smaller one in more than half of the minutes.
    [Fact]
    public void Judge_AveragesOfSkewedValuesAtUnequalShares_AreUnhealthyWithinAlpha()
    {
        var unhealthy = 0;
        Parallel.For(0, 2_000, run =>
        {
            var random = new Random(run);
            var judgement =
                Judge([.. Enumerable.Range(0, 60).Select(_ => (Average(random, 6), Average(random, 54)))], moreIsGood: true);
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref unhealthy);
        });

        Assert.InRange(unhealthy / 2_000.0, 0, Tolerance.Alpha);
    }

    // Log-normal, with a standard deviation of 1 of the logarithm.
    private static double Average(Random random, int count) => Enumerable.Range(0, count)
        .Average(_ => Math.Exp(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));

    private static Judgement Judge(
        IReadOnlyList<(double Candidate, double Stable)> values,
        Tolerance? tolerance = null,
        bool moreIsGood = false) => ValueJudge.Judge(
        "depth",
        [.. values.Select((one, i) => new ComparedValues(Traffic.Noon.AddMinutes(i), one.Candidate, one.Stable))],
        moreIsGood,
        tolerance ?? Tolerance,
        20);
}
