using Canary.Statistics;

namespace Canary.Tests.Statistics;

public class SequentialJudgeTests
{
    [Fact]
    public void Judge_ACandidateThatFails_IsUnhealthyInWordsAndNumbers()
    {
        var judgement = Traffic.Judgement(Traffic.Minutes(2, 620, 13, 5650, 5));

        Assert.Equal(
            new(
                HealthState.Unhealthy,
                "candidate 2.1 % of 1,240 requests failed, stable 0.09 % of 11,300; less than 1 in a billion by chance"),
            judgement.Verdict);
        Assert.Equal(0, judgement.UnhealthyAt);
        Assert.Equal(2, judgement.Evidence.Count);
        Assert.True(judgement.Evidence[0] > 1 && judgement.Evidence[1] > judgement.Evidence[0]);
    }

    [Fact]
    public void Judge_ARegressionThatBeginsLate_SaysSinceWhen() => Assert.Equal(
        "since 12:10 candidate 5 % of 600 requests failed, stable 0 % of 600; 1 in 190,000,000 by chance",
        Traffic.Judgement(Traffic.Minutes(10, 60, 0, 540, 0).Minutes(2, 300, 15, 300, 0)).Verdict.Reason);

    [Fact]
    public void Judge_NothingBad_IsHealthyAfterEnoughRequests() => Assert.Equal(
        new(HealthState.Healthy, "candidate 0 % of 1,200 requests failed, stable less than 0.01 % of 10,800: "
            + "no worse, and 0.34 % or more is ruled out"),
        Traffic.Judgement(Traffic.Minutes(1, 600, 0, 5400, 1).Minutes(1, 600, 0, 5400, 0)).Verdict);

    [Fact]
    public void Judge_TooLittleToTell_SaysSo() => Assert.Equal(
        new(
            HealthState.Inconclusive,
            "candidate 1.7 % of 300 requests failed, stable 0.93 % of 2,700: not enough to tell, "
            + "about 4,500 more candidate requests would be, 74 minutes at this traffic"),
        Traffic.Judgement(Traffic.Minutes(5, 60, 1, 540, 5)).Verdict);

    [Theory]
    [InlineData(0, 540, "no requests of the candidate were seen, stable 0 % of 1,080 failed: about 810 may be enough")]
    [InlineData(24, 540, "candidate 0 of 48 requests failed, stable 0 % of 1,080: "
        + "not enough to tell, about 770 more candidate requests would be, 32 minutes at this traffic")]
    [InlineData(60, 0, "no requests of the stable version were seen, candidate 0 of 120 failed")]
    [InlineData(60, 10, "candidate 0 of 120 requests failed, stable 0 of 20: "
        + "not enough to tell, about 690 more candidate requests would be, 12 minutes at this traffic")]
    public void Judge_TooFewRequests_IsInconclusive(long candidate, long stable, string reason) =>
        Assert.Equal(
            new(HealthState.Inconclusive, reason),
            Traffic.Judgement(Traffic.Minutes(2, candidate, 0, stable, 0)).Verdict);

    [Fact]
    public void Judge_SilenceAfterAGoodStart_IsInconclusive() => Assert.Equal(
        new(
            HealthState.Inconclusive,
            "no requests of the candidate were seen in the last 2 minutes, where about 1,200 were expected; "
            + "candidate 0 % of 6,000 requests failed, stable 0 % of 66,000"),
        Traffic.Judgement(Traffic.Minutes(10, 600, 0, 5400, 0).Minutes(2, 0, 0, 6000, 0)).Verdict);

    // Most of the stable version's failures came before the candidate had its share: they say nothing for it.
    [Fact]
    public void Judge_OutageBeforeTheWeightChanged_DoesNotMakeItHealthy()
    {
        var change = Traffic.Minute(0, 600, 6, 5400, 540, .5);

        Assert.Equal(HealthState.Healthy, Traffic.Judgement([change]).Verdict.Health);
        Assert.Equal(HealthState.Inconclusive, Traffic.Judgement([change with { WeightChanged = true }]).Verdict.Health);
    }

    [Fact]
    public void Judge_NoMinutes_IsInconclusive() => Assert.Equal(HealthState.Inconclusive, Traffic.Judgement([]).Verdict.Health);

    [Fact]
    public void Judge_TwoFailures_AreTooFewHoweverUnlikely() =>
        Assert.Equal(HealthState.Inconclusive, Traffic.Judgement(Traffic.Minutes(1, 600, 2, 600_000, 0)).Verdict.Health);

    [Theory]
    [InlineData(.01, 3)]
    [InlineData(.05, 3)]
    [InlineData(.1, 3)]
    [InlineData(.25, 5)]
    [InlineData(.5, 9)]
    public void Judge_StableNeverFailed_SoManyFailuresAreNeeded(double share, long failures)
    {
        Judgement With(long bad) =>
            Traffic.Judgement(Traffic.Minutes(1, (long)(1000 * share), bad, (long)(1000 * (1 - share)), 0));

        Assert.Equal(HealthState.Unhealthy, With(failures).Verdict.Health);
        Assert.Equal(HealthState.Inconclusive, With(failures - 1).Verdict.Health);
    }

    [Fact]
    public void Judge_RarerThanIsNegligible_IsNotUnhealthy() =>
        Assert.NotEqual(HealthState.Unhealthy, Traffic.Judgement(Traffic.Minutes(10, 600_000, 12, 5_400_000, 0)).Verdict.Health);

    [Fact]
    public void Judge_StrongButNotEnough_IsSuspicious()
    {
        var judgement = Traffic.Judgement(Traffic.Minutes(1, 100, 3, 300, 0));

        Assert.True(judgement.Suspicious);
        Assert.Equal(HealthState.Inconclusive, judgement.Verdict.Health);
        Assert.Equal(
            "candidate 3 of 100 requests failed, stable 0 % of 300; 1 in 16 by chance: suspicious, but not enough to roll back, "
            + "about 91 more candidate requests would be, 1 minute at this traffic",
            judgement.Verdict.Reason);
    }

    [Fact]
    public void Judge_FailureCountedBeforeItsRequest_IsARequest() =>
        Assert.Equal(
            Traffic.Judgement(Traffic.Minutes(1, 5, 5, 540, 0)).Evidence,
            Traffic.Judgement(Traffic.Minutes(1, 0, 5, 540, 0)).Evidence);

    [Fact]
    public void Judge_Latency_AveragesItsThresholdsAndSkipsTheMinuteOfAWeightChange()
    {
        var coldStarts = Traffic.Minute(0, 600, 600, 5400, 0, .1) with { WeightChanged = true };
        Signal fast = new("took over 90 ms", [coldStarts, .. Traffic.Minutes(4, 600, 60, 5400, 540).Skip(1)], Calibration.Steady);
        Signal slow = new("took over 300 ms", [coldStarts, .. Traffic.Minutes(4, 600, 60, 5400, 54).Skip(1)], Calibration.Steady);

        Assert.Equal(HealthState.Healthy, SequentialJudge.Judge(null, [fast], new()).Verdict.Health);
        var judgement = SequentialJudge.Judge(null, [fast, slow], new());
        Assert.Equal(1, judgement.UnhealthyAt);
        Assert.Equal(0, judgement.Evidence[0], 1e-9);
        Assert.StartsWith(
            "since 12:01 candidate 10 % of 1,800 requests took over 300 ms, stable 1 % of 16,200; ",
            judgement.Verdict.Reason);
    }

    [Fact]
    public void Judge_ErrorsAndLatency_OneUnhealthyDecides()
    {
        var good = Traffic.Signal(Traffic.Minutes(3, 600, 0, 5400, 0));
        var bad = new Signal("took over 90 ms", Traffic.Minutes(3, 600, 300, 5400, 540), Calibration.Steady);

        Assert.Equal(HealthState.Healthy, SequentialJudge.Judge(good, [], new()).Verdict.Health);
        Assert.Equal(HealthState.Unhealthy, SequentialJudge.Judge(good, [bad], new()).Verdict.Health);
        Assert.StartsWith(
            "candidate 50 % of 1,800 requests took over 90 ms, ",
            SequentialJudge.Judge(good, [bad], new()).Verdict.Reason);
        Assert.Equal(
            HealthState.Inconclusive,
            SequentialJudge.Judge(good, [Traffic.Signal(Traffic.Minutes(3, 1, 0, 1, 0))], new()).Verdict.Health);
    }

    [Fact]
    public void Judge_MinutesThatCannotBe_AreRefused()
    {
        Assert.Contains(
            "2026-03-02T12:00:00.0000000+00:00 is listed twice",
            Refused([Traffic.Minute(0, 1, 0, 1, 0), Traffic.Minute(0, 1, 0, 1, 0)]));
        Assert.Contains("has a count below 0", Refused([Traffic.Minute(0, -1, 0, 1, 0)]));
        Assert.Contains("different minutes", Assert.Throws<ArgumentException>(
            () => SequentialJudge.Judge(
                null, [Traffic.Signal(Traffic.Minutes(1, 1, 0, 1, 0)), Traffic.Signal([])], new())).Message);
        Assert.Throws<ArgumentException>(() => SequentialJudge.Judge(null, [], new()));

        static string Refused(Minute[] minutes) => Assert.Throws<ArgumentException>(() => Traffic.Judgement(minutes)).Message;
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(.01, .9)]
    [InlineData(.01, 101)]
    public void Tolerance_OutOfRange_IsRefused(double alpha, double ratio) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tolerance { Alpha = alpha, Ratio = ratio });
}
