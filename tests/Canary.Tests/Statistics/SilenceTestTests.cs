using Canary.Statistics;
using Canary.Statistics.Values;

namespace Canary.Tests.Statistics;

/// <summary>The candidate has values as often as the stable version, by the request, or has none any more.</summary>
public class SilenceTestTests
{
    private static readonly Tolerance Tolerance = new() { Alpha = .002 };

    // By the stable version's samples a minute, and the candidate's requests for each of its own.
    [Theory]
    [InlineData(.02, .11)]
    [InlineData(.2, .11)]
    [InlineData(2.3, .11)]
    [InlineData(.1, 1)]
    [InlineData(.7, 1)]
    [InlineData(3, 1)]
    [InlineData(.3, .01)]
    [InlineData(5, .01)]
    [InlineData(.5, 9)]
    public void Judge_ValuesAreRareInBothVersions_IsUnhealthyWithinAlpha(double samples, double ratio)
    {
        var unhealthy = 0;
        Parallel.For(0, 5_000, run =>
        {
            var random = new Random(run);
            var judgement = Judge(60, ratio, _ => (
                random.NextDouble() < 1 - Math.Exp(-samples * ratio), random.NextDouble() < 1 - Math.Exp(-samples)));
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref unhealthy);
        });

        Assert.InRange(unhealthy / 5_000.0, 0, Tolerance.Alpha);
    }

    // The chance of a value may be another in each minute: what counts is what the two versions' requests share.
    [Fact]
    public void Judge_ValuesComeInWaves_IsUnhealthyWithinAlpha()
    {
        var unhealthy = 0;
        Parallel.For(0, 5_000, run =>
        {
            var random = new Random(run);
            var judgement = Judge(120, .25, minute =>
            {
                var samples = minute % 10 < 5 ? 0 : 1.6;
                return (random.NextDouble() < 1 - Math.Exp(-samples / 4), random.NextDouble() < 1 - Math.Exp(-samples));
            });
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref unhealthy);
        });

        Assert.InRange(unhealthy / 5_000.0, 0, Tolerance.Alpha);
    }

    [Theory]
    [InlineData(.11, 28)]
    [InlineData(.25, 17)]
    [InlineData(1, 9)]
    public void Judge_TheCandidateIsSilent_IsUnhealthyInSoManyMinutes(double ratio, int minutes)
    {
        Assert.Equal(HealthState.Unhealthy, Judge(minutes, ratio, _ => (false, true)).Verdict.Health);
        Assert.NotEqual(HealthState.Unhealthy, Judge(minutes / 2, ratio, _ => (false, true)).Verdict.Health);
    }

    [Fact]
    public void Judge_BothAreSilent_SaysNothingAgainstTheCandidate() =>
        Assert.All(Judge(60, 1, _ => (false, false)).Evidence, evidence => Assert.InRange(evidence, -10, 0));

    private static Judgement Judge(int minutes, double ratio, Func<int, (bool Candidate, bool Stable)> has) => ValueJudge.Judge(
        "depth",
        [.. Enumerable.Range(0, minutes).Select(i => (Minute: i, Has: has(i))).Select(one => new ComparedValues(
            Traffic.Noon.AddMinutes(one.Minute), one.Has.Candidate ? 1 : null, one.Has.Stable ? 1 : null)
            {
                RequestRatio = ratio,
            })],
        false,
        Tolerance,
        20);
}
