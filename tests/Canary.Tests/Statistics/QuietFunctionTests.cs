using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>Functions with a request a minute or a little more: few of their minutes have requests of both versions.</summary>
public class QuietFunctionTests
{
    private const double Half = .5;
    private const int Hour = 60;

    [Fact]
    public void TenOfTenFailed_AtOneRequestAMinute_IsUnhealthy()
    {
        var judgement = Traffic.Judgement(Minutes(20, i => i % 2 == 0, _ => true, _ => false));

        Assert.Equal(HealthState.Unhealthy, judgement.Verdict.Health);
        Assert.InRange(judgement.UnhealthyAt!.Value, 0, 19);
    }

    [Fact]
    public void EverythingFailsAtRateOneMinute_IsUnhealthyWithinAnHour() =>
        Assert.InRange(Unhealthy(1_000, candidate: 1, stable: 0), .95, 1);

    [Fact]
    public void HalfFailAtRateOneMinute_IsUnhealthyWithinAnHour() =>
        Assert.InRange(Unhealthy(1_000, candidate: .5, stable: .01), .8, 1);

    [Theory]
    [InlineData(.01)]
    [InlineData(.2)]
    [InlineData(.5)]
    public void NoRegressionAtRateOneMinute_IsWithinAlpha(double rate) =>
        Assert.InRange(Unhealthy(2_000, rate, rate), 0, Tolerance.Errors.Alpha);

    // Each failed event is tried again twice, by the same version: what a chance for each failure would take for evidence.
    [Fact]
    public void OutageOfBothWithRetriesOfTheSameVersion_IsWithinAlpha() => Assert.InRange(
        Chance.OfRollback(1_000, random =>
        {
            var events = Enumerable.Range(0, Hour).Select(_ => random.NextDouble() < Half).ToList();
            return
            [
                .. Enumerable.Range(0, Hour).Select(i => i is >= 20 and < 40
                    ? Sum(i, [.. events.Skip(Math.Max(20, i - 2)).Take(i - Math.Max(20, i - 2) + 1)], true)
                    : Sum(i, [events[i]], false)),
            ];
        }),
        0,
        Tolerance.Errors.Alpha);

    [Fact]
    public void EveryRequestSlowAtTwoAMinute_IsUnhealthyWithinAnHour() => Assert.InRange(
        Unhealthy(500, 1, .1, Tolerance.Latency, perMinute: 2), .9, 1);

    [Fact]
    public void OneGoodRequestAMinute_OfEachAtLast_IsHealthy()
    {
        var clean = Minutes(2_000, i => i % 2 == 0, _ => false, _ => false);
        var alike = Minutes(400, i => i / 2 % 2 == 0, i => i % 2 == 0, i => i % 2 == 0);

        Assert.Equal(HealthState.Healthy, Traffic.Judgement(clean).Verdict.Health);
        Assert.Equal(HealthState.Healthy, Traffic.Judgement(alike).Verdict.Health);
    }

    private static double Unhealthy(
        int runs, double candidate, double stable, Tolerance? tolerance = null, int perMinute = 1)
    {
        var unhealthy = 0;
        Parallel.For(0, runs, run =>
        {
            var random = new Random(run);
            IReadOnlyList<Minute> minutes = [.. Enumerable.Range(0, Hour).Select(i =>
            {
                var own = Of(random, perMinute, Half);
                var others = perMinute - own;
                return Traffic.Minute(i, own, Of(random, own, candidate), others, Of(random, others, stable)) with
                {
                    Share = Half,
                };
            })];
            var judgement = SequentialJudge.Judge(
                [Traffic.Signal(minutes)], tolerance ?? Tolerance.Errors, new() { PlannedLooks = Hour });
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref unhealthy);
        });
        return (double)unhealthy / runs;
    }

    private static int Of(Random random, int count, double chance) =>
        Enumerable.Range(0, count).Count(_ => random.NextDouble() < chance);

    private static IReadOnlyList<Minute> Minutes(
        int count, Func<int, bool> isCandidate, Func<int, bool> candidateFails, Func<int, bool> stableFails) =>
    [
        .. Enumerable.Range(0, count).Select(i => isCandidate(i)
            ? Sum(i, [true], candidateFails(i))
            : Sum(i, [false], stableFails(i))),
    ];

    private static Minute Sum(int index, IReadOnlyList<bool> candidates, bool fail)
    {
        var own = candidates.Count(one => one);
        var others = candidates.Count - own;
        return Traffic.Minute(index, own, fail ? own : 0, others, fail ? others : 0) with { Share = Half };
    }
}
