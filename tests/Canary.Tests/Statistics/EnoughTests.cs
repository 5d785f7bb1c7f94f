using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>What a judgement says would be enough: it is, if all goes on like that, and much less is not.</summary>
public partial class EnoughTests
{
    [Theory]
    [InlineData(6, 0, 54, 0, HealthState.Healthy)]
    [InlineData(6, 0, 6, 0, HealthState.Healthy)]
    [InlineData(90, 0, 10, 0, HealthState.Healthy)]
    [InlineData(30, 0, 270, 3, HealthState.Healthy)]
    [InlineData(50, 1, 450, 9, HealthState.Healthy)]
    [InlineData(100, 1, 100, 1, HealthState.Healthy)]
    [InlineData(10, 1, 90, 4, HealthState.Unhealthy)]
    [InlineData(20, 1, 180, 4, HealthState.Unhealthy)]
    [InlineData(50, 1, 450, 2, HealthState.Unhealthy)]
    public void Judge_WithAsMuchMoreTrafficAsItSays_HasAVerdict(long nc, long ec, long ns, long es, HealthState health)
    {
        var said = Traffic.Judgement(Traffic.Minutes(2, nc, ec, ns, es)).Verdict;
        var minutes = Said(said.Reason) / (double)nc;

        Assert.Equal(HealthState.Inconclusive, said.Health);
        Assert.Equal(health, After(1.5 * minutes).Health);
        Assert.Equal(HealthState.Inconclusive, After(.6 * minutes).Health);

        Verdict After(double more) =>
            Traffic.Judgement(Traffic.Minutes(2 + (int)Math.Round(more), nc, ec, ns, es)).Verdict;
    }

    // Without a failure it needs no luck: it is right to one minute.
    [Fact]
    public void Judge_NothingFailed_SaysToTheMinuteWhatIsEnough()
    {
        var more = Minutes(Traffic.Judgement(Traffic.Minutes(5, 6, 0, 54, 0)).Verdict.Reason);

        Assert.Equal(130, more);
        Assert.Equal(HealthState.Healthy, Traffic.Judgement(Traffic.Minutes(5 + more, 6, 0, 54, 0)).Verdict.Health);
        Assert.Equal(HealthState.Inconclusive, Traffic.Judgement(Traffic.Minutes(4 + more, 6, 0, 54, 0)).Verdict.Health);
    }

    // Ten times the share since then.
    [Fact]
    public void Judge_AfterAShift_CountsTheTimeAtThePresentWeight()
    {
        IReadOnlyList<Minute> before = Traffic.Minutes(5, 6, 0, 54, 0);
        Minute[] after = [Traffic.Minute(5, 20, 0, 40, 0) with { WeightChanged = true }, Traffic.Minute(6, 60, 0, 60, 0)];

        var reason = Traffic.Judgement([.. before, .. after]).Verdict.Reason;

        Assert.EndsWith("about 700 more candidate requests would be, 12 minutes at this traffic", reason);
    }

    [Fact]
    public void Judge_SoLittleTrafficThatNoRolloutIsLongEnough_SaysSo() => Assert.Equal(
        "candidate 0 of 60 requests failed, stable 0 % of 540: not enough to tell, "
        + "and would not be within 6 days at this traffic: a larger share or an alarm says more",
        Traffic.Judgement([.. Enumerable.Range(0, 60).Select(i => Traffic.Minute(10 * i + 9, 1, 0, 9, 0)), .. Empty(540)])
            .Verdict.Reason);

    // Of good requests the stable version's may not be more.
    [Fact]
    public void Judge_FewerGoodRequests_CountsTheCandidatesAllTheSame()
    {
        var orders = Traffic.Signal(Traffic.Minutes(2, 10, 4, 90, 45)) with { Event = "counted as orders", IsGood = true };

        var reason = SequentialJudge.Judge([orders], Tolerance.Errors, new()).Verdict.Reason;

        Assert.StartsWith("candidate 8 of 20 requests counted as orders, stable 90 of 180: not enough to tell, about ", reason);
        Assert.Equal(Said(reason) / 10.0, Minutes(reason), 2.0);
    }

    private static IEnumerable<Minute> Empty(int minutes) => Enumerable.Range(0, 600).Where(i => i % 10 < 9).Take(minutes)
        .Select(i => Traffic.Minute(i, 0, 0, 0, 0));

    private static int Said(string reason) => Number(Requests(), reason);

    private static int Minutes(string reason) => Number(Time(), reason);

    private static int Number(Regex what, string reason)
    {
        var match = what.Match(reason);
        Assert.True(match.Success, reason);
        return int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("about ([0-9,]+) more candidate requests would be, ")]
    private static partial Regex Requests();

    [GeneratedRegex(" ([0-9,]+) minutes at this traffic$")]
    private static partial Regex Time();
}
