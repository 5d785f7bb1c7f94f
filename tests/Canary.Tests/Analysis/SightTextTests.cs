using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>What a plan says of how much it can see.</summary>
public class SightTextTests
{
    private static readonly Step[] Ramp =
        [Given.Step(1, 120), Given.Step(5, 180), Given.Step(10, 300), Given.Step(50, 600), Given.Step(100, 0)];

    private static readonly Step[] Ten = [Given.Step(10, 600), Given.Step(100, 0)];

    [Theory]
    [InlineData(60, 0, " At 60 requests a minute, none of which failed, the steps can together see failures of 4.8 % or more, "
        + "and the first alone nothing. A good candidate is not Healthy before they are over.")]
    [InlineData(1, 0, " At 1 request a minute, none of which failed, the steps can see nothing. "
        + "A good candidate is not Healthy before they are over.")]
    [InlineData(6_000, 60, " At 6,000 requests a minute, of which 1 % failed, the steps can together see "
        + "failures of 1.5 % or more, and the first alone nothing. A good candidate is Healthy after about 9 minutes.")]
    public void Plan_WithAHistory_SaysWhatItCanSee(double requests, double failed, string text) =>
        Assert.EndsWith(text, Planned(requests, failed, new(), Ramp).Story[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(60, 1, "At 60 requests a minute, the analysis sees only failures of 22 % or more (13-fold). ")]
    [InlineData(4, 0, "At 4 requests a minute, the steps are over before the analysis can see anything. ")]
    [InlineData(600, 0, null)]
    public void Plan_ThatSeesOnlyWhatAnybodySees_IsWarnedOf(double requests, double failed, string? warning) => Assert.Equal(
        warning is null ? null : warning + "Give the steps more time or a larger share, or name an alarm.",
        Planned(requests, failed, new(), Ten).Warnings?.Single());

    // A verdict that does not come is one too, unless it is to go on then.
    [Theory]
    [InlineData(OnInconclusive.Promote, 0, null)]
    [InlineData(OnInconclusive.Rollback, 0, "10 minutes. It is rolled back before that, as onInconclusive says. ")]
    [InlineData(OnInconclusive.Approve, 0, "10 minutes. A person is asked before that, as onInconclusive says. ")]
    [InlineData(OnInconclusive.Wait, 300, "15 minutes with waitSeconds. It is held in vain, and then afterWait decides. ")]
    [InlineData(OnInconclusive.Wait, 900, null)]
    public void Plan_ThatIsOverBeforeAGoodCandidateIsHealthy_IsWarnedOf(OnInconclusive policy, int wait, string? warning) =>
        Assert.Equal(
            warning is null
                ? null
                : "At 600 requests a minute, a good candidate is Healthy after about 17 minutes, and the steps take "
                    + warning + "Give the steps more time or a larger share.",
            Planned(600, 0, new() { OnInconclusive = policy, WaitSeconds = wait }, Ten).Warnings?.Single());

    [Fact]
    public void Plan_WithoutAHistory_SaysSo()
    {
        var rollout = Planned(0, 0, new() { OnInconclusive = OnInconclusive.Rollback }, Ramp);

        Assert.EndsWith(
            " No requests were seen in the 3 hours before, so nothing is known of how much the steps can see.",
            rollout.Story[0].Text, StringComparison.Ordinal);
        Assert.Null(rollout.Warnings);
    }

    private static Rollout Planned(double requests, double failed, AnalysisRequest asked, params Step[] steps)
    {
        IReadOnlyDictionary<DateTimeOffset, double> Series(double value) => Enumerable.Range(4, requests > 0 ? 180 : 0)
            .ToDictionary(ago => Given.Time.AddMinutes(-ago), _ => value);
        var reading = new MetricReading(new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>
        {
            ["v_invocations"] = Series(requests),
            ["v_samples"] = Series(requests),
            ["v_errors"] = Series(failed),
        });
        return PlanRollout.Plan(
            Given.Request(steps) with { Analysis = asked with { Latency = null } },
            [],
            Given.World with { History = new(reading, null) },
            Given.Execution,
            Given.Time);
    }
}
