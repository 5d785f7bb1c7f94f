using Canary.Statistics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Canary.Tests.Statistics;

/// <summary>What holds for all counts.</summary>
[Properties(Arbitrary = [typeof(Rollouts)], MaxTest = 300)]
public class SequentialJudgeProperties
{
    [Property]
    public void OneMoreBadRequestOfTheCandidate_NeverMakesItHealthier(Minute[] minutes, int which)
    {
        var i = (int)((uint)which % minutes.Length);
        var candidate = minutes[i].Candidate;
        if (candidate.Bad == candidate.Requests) return;
        Minute[] worse = [.. minutes];
        worse[i] = worse[i] with { Candidate = candidate with { Bad = candidate.Bad + 1 } };

        // A minute without a bad request is no look. One that becomes a look takes its part of the
        // chance that the regression begins later.
        var wasNoLook = minutes[i].Stable.Bad + candidate.Bad == 0;
        var slack = wasNoLook ? Math.Log(1 - 1.0 / new AnalysisOptions().PlannedLooks) / Math.Log(Tolerance.Errors.Alpha) : 0;
        var (before, after) = (Traffic.Judgement(minutes), Traffic.Judgement(worse));
        Assert.All(after.Evidence.Zip(before.Evidence), pair => Assert.True(pair.First >= pair.Second - slack - 1e-9));
        Assert.True(wasNoLook || Badness(after) >= Badness(before));
    }

    [Property]
    public void MinutesInAnyOrder_AreJudgedTheSame(Minute[] minutes, int seed)
    {
        Minute[] shuffled = [.. minutes];
        new System.Random(seed).Shuffle(shuffled);

        Same(Traffic.Judgement(minutes), Traffic.Judgement(shuffled));
    }

    [Property]
    public void VersionsThatDidTheSame_CanBeSwappedAndAreNeverUnhealthy(Minute[] minutes)
    {
        Minute[] equal = [.. minutes.Select(minute => minute with { Stable = minute.Candidate })];
        Minute[] swapped = [.. equal.Select(minute => minute with { Candidate = minute.Stable, Stable = minute.Candidate })];

        Assert.NotEqual(HealthState.Unhealthy, Traffic.Judgement(equal).Verdict.Health);
        Same(Traffic.Judgement(equal), Traffic.Judgement(swapped));
    }

    [Property]
    public void DataOfOneVersionMissing_IsNeverHealthyNorUnhealthy(Minute[] minutes, bool candidate)
    {
        Minute[] half =
            [.. minutes.Select(minute => candidate ? minute with { Candidate = default } : minute with { Stable = default })];

        Assert.Equal(HealthState.Inconclusive, Traffic.Judgement(half).Verdict.Health);
    }

    [Property]
    public void DataThatStops_IsNotHealthy(Minute[] minutes)
    {
        var silent = Enumerable.Range(0, 10 * minutes.Length).Select(i => Traffic.Minute(minutes.Length + i, 0, 0, 0, 0));

        Assert.NotEqual(HealthState.Healthy, Traffic.Judgement([.. minutes, .. silent]).Verdict.Health);
    }

    [Property]
    public void OnceUnhealthy_GoodMinutesDoNotChangeIt(Minute[] minutes)
    {
        if (Traffic.Judgement(minutes).Verdict.Health != HealthState.Unhealthy) return;
        var good = Enumerable.Range(minutes.Length, 30).Select(i => Traffic.Minute(i, 100_000, 0, 100_000, 0));

        Assert.Equal(HealthState.Unhealthy, Traffic.Judgement([.. minutes, .. good]).Verdict.Health);
    }

    [Property]
    public void AnyCounts_AnyCalibration_GiveNumbers(Minute[] minutes, PositiveInt phi, PositiveInt tau)
    {
        var judgement = Traffic.Judgement(minutes, new(1.5 + phi.Get % 1_999, tau.Get % 20 / 10.0, .01));

        Assert.All(judgement.Evidence, evidence => Assert.True(double.IsFinite(evidence)));
        Assert.InRange(judgement.Chance, 0, 1);
        Assert.Equal(minutes.Length, judgement.Evidence.Count);
    }

    private static int Badness(Judgement judgement) => judgement.Verdict.Health switch
    {
        HealthState.Unhealthy => 2,
        HealthState.Inconclusive => 1,
        _ => 0,
    };

    private static void Same(Judgement expected, Judgement actual)
    {
        Assert.Equal(expected.Verdict, actual.Verdict);
        Assert.Equal(expected.Evidence, actual.Evidence);
        Assert.Equal(expected.Chance, actual.Chance);
    }

    private static class Rollouts
    {
        public static Arbitrary<Minute[]> Minutes() => (
            from length in Gen.Choose(1, 12)
            from minutes in Gen.ArrayOf(Minute(), length)
            select minutes.Select((minute, i) => minute with { Start = Traffic.Noon.AddMinutes(i) }).ToArray()).ToArbitrary();

        private static Gen<Minute> Minute() =>
            from candidate in Counts()
            from stable in Counts()
            select new Minute(Traffic.Noon, candidate, stable);

        private static Gen<Counts> Counts() =>
            from requests in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 100), Gen.Choose(100, 50_000))
            from bad in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, Math.Min(5, requests)), Gen.Choose(0, requests))
            select new Counts(requests, bad);
    }
}
