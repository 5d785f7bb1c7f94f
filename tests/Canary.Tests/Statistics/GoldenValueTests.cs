using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>The numbers that an independent implementation, in another language, came to.</summary>
public class GoldenValueTests
{
    private static readonly Calibration Bursty =
        Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(600, new[] { 0, 0, 0, 18, 0, 6 }[i % 6])));

    private static readonly Calibration Rare =
        Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(600, i is 30 or 100 or 150 ? 10 : 0)));

    [Fact]
    public void ThreeFailuresInTheFirstMinute_AreEnough() => Check(
        Traffic.Minutes(1, 60, 3, 540, 0), 5.278175067, 11.471418170, -2.590998362, .00510173, HealthState.Unhealthy);

    [Fact]
    public void TheSameSmallNumberOnBothSides_IsNot() => Check(
        Traffic.Minutes(5, 60, 1, 540, 5), -.114245410, 18.296359891, -1.601208254, 1, HealthState.Inconclusive);

    [Fact]
    public void ARegressionAfterTenGoodMinutes_IsSeen() => Check(
        Traffic.Minutes(10, 60, 0, 540, 0).Minutes(2, 300, 15, 300, 0),
        19.091995134,
        126.257579348,
        -9.729042379,
        5.11036e-09,
        HealthState.Unhealthy);

    [Fact]
    public void TheSameLargeNumberOnBothSides_IsHealthy() => Check(
        Traffic.Minutes(3, 600, 6, 5400, 54), -.918086609, 63.309891806, 3.599890503, 1, HealthState.Healthy);

    [Fact]
    public void BurstyHistory_SixFailures_AreNothing() => Check(
        Traffic.Minutes(1, 60, 6, 540, 0), 1.066373728, 5.182005155, -.641404293, .344256, HealthState.Inconclusive, Bursty);

    [Fact]
    public void BurstyHistory_EveryRequestFails_IsSuspicious() => Check(
        Traffic.Minutes(1, 60, 60, 540, 4), 4.444587883, 7.480422356, -3.219729828, .0117419, HealthState.Inconclusive, Bursty);

    [Fact]
    public void RareBatches_AWholeOneOfTheCandidate_IsNothing() => Check(
        Traffic.Minutes(1, 300, 10, 300, 0), .084079982, 4.092593122, -.875722102, .919358, HealthState.Inconclusive, Rare);

    [Fact]
    public void RareBatches_ManyMinutesWithAFailure_AreEnough() => Check(
        Traffic.Minutes(2, 60, 1, 540, 0).Minutes(3, 60, 0, 540, 0).Minutes(1, 60, 2, 540, 0).Minutes(4, 300, 1, 300, 0),
        7.857397628,
        22.017051117,
        -.760536705,
        .000386878,
        HealthState.Unhealthy,
        Rare);

    [Fact]
    public void RareBatches_NearlyAllOfTheTraffic_IsToldApartFromTheRest() => Check(
        Traffic.Minutes(1, 480, 1, 120, 0).Minutes(1, 540, 0, 60, 3).Minutes(1, 540, 2, 60, 0),
        -1.372555696,
        3.529320306,
        -.057953241,
        1,
        HealthState.Inconclusive,
        Rare);

    [Fact]
    public void OutageInTheMinuteOfAWeightChange_IsNotBlamedOnTheCandidate() => Check(
        [Traffic.Minute(0, 180, 60, 420, 60, .5)], -.995582548, 370.875250306, -11.203731386, 1, HealthState.Inconclusive);

    [Fact]
    public void Latency_TwiceAsManySlowOnes_IsSuspicious() => Check(
        Traffic.Minutes(3, 600, 110, 5400, 540),
        2.758602940,
        1500.123960709,
        -43.982331255,
        .0633803,
        HealthState.Inconclusive,
        null,
        Tolerance.Latency,
        18);

    [Fact]
    public void BurstyHistory_IsMeasured()
    {
        Assert.Equal(15.15972404484271, Bursty.Phi, 1e-9);
        Assert.Equal(2, Bursty.Tau);
        Assert.Equal(.03, Bursty.WorstRate);
        Assert.Equal(
            [(1, 0), (3.893549029464, 0), (15.159724044843, 0), (1, 1), (1, 2), (1, 2), (3.893549029464, 1.414213562373)],
            Bursty.Dispersions.Select(dispersion => (Math.Round(dispersion.Phi, 12), Math.Round(dispersion.Tau, 12))));
    }

    private static void Check(
        IReadOnlyList<Minute> minutes, double ratio, double floor, double good, double chance, HealthState health,
        Calibration? calibration = null, Tolerance? tolerance = null, int planned = 20)
    {
        calibration ??= Calibration.Steady;
        tolerance ??= Tolerance.Errors;
        var tests = new SignalTests(tolerance, calibration, planned);
        foreach (var minute in minutes) tests.Observe(minute);
        var judgement = SequentialJudge.Judge([new("failed", minutes, calibration)], tolerance, new() { PlannedLooks = planned });

        Assert.Equal(ratio, tests.LogRatio, 1e-9);
        Assert.Equal(floor, tests.LogFloor, 1e-9);
        Assert.Equal(good, tests.LogGood, 1e-9);
        Assert.Equal(chance, judgement.Chance, chance * 1e-5);
        Assert.Equal(health, judgement.Verdict.Health);
    }
}
