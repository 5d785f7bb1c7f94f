using Canary.Input;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Analysis;
using Canary.Tests.Rollouts;
using static Canary.Tests.States.Verdicts;

namespace Canary.Tests.States;

/// <summary>What becomes of a rollout whose metrics cannot be read from some check on, and what it tells of that.</summary>
public class UnreadableTests
{
    private static readonly Judgement Denied = Judgement.Blind("the metrics could not be read: not authorized");

    // Alarms that are OK change nothing: in an outage of CloudWatch they would be OK as well.
    [Theory]
    [InlineData(OnUnreadable.Rollback, NextState.Rollback, false)]
    [InlineData(OnUnreadable.Promote, NextState.Promote, false)]
    [InlineData(OnUnreadable.Approve, NextState.Bake, true)]
    public void Checked_BlindForAsLongAsItMayBeHeld_EndsAsOnUnreadableSays(
        OnUnreadable policy, NextState next, bool asks)
    {
        foreach (var inconclusive in Enum.GetValues<OnInconclusive>())
        {
            var asked = new AnalysisRequest { OnInconclusive = inconclusive, OnUnreadable = policy, WaitSeconds = 40 };

            var (ended, seconds) = Held(asked, Given.Healthy, Denied);

            Assert.Equal(((next, asks), 60 + 40 + Limits.UnreadableSeconds), (ended.Course(), seconds));
        }
    }

    [Fact]
    public void Checked_BlindForAsLongAsItMayBeHeld_SaysWhy()
    {
        var (ended, _) = Held(new() { WaitSeconds = 40 }, NoAlarms, Denied);

        Assert.Equal(
            "Step 1 of 2 at 10 %: the metrics could not be read: not authorized; the bake is over. "
            + "The metrics could not be read after 100 s of waiting, and onUnreadable says to roll back then.",
            ended.Reason);
        Assert.Equal(
            [
                "The analysis sees nothing: the metrics could not be read: not authorized.",
                "Step 1 of 2 at 10 % is held for up to 100 s more, since the metrics cannot be read.",
            ],
            ended.Story.TakeLast(2).Select(entry => entry.Text));
        Assert.Equal(
            "The analysis saw nothing at 8 checks, the last at 2026-01-01T00:02:40Z: "
            + "the metrics could not be read: not authorized.",
            ended.Warnings!.Single());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    public void Checked_OneReadingFailsAtTheStepsEnd_IsHeldAndReadAgain(int waitSeconds)
    {
        var blind = CheckHealth.Checked(Begun(new() { WaitSeconds = waitSeconds }), NoAlarms, Denied, MetricWorld.At(60));
        Assert.Equal((NextState.Bake, 15), (blind.Decision.Next, blind.Decision.WaitSeconds));

        var seeing = CheckHealth.Checked(blind, NoAlarms, Found["healthy"], MetricWorld.At(75));

        Assert.Equal(NextState.Promote, seeing.Decision.Next);
        Assert.Equal("The analysis sees again: the metrics can be read.", seeing.Story[^1].Text);
        Assert.Equal(
            "The analysis saw nothing at 1 check, the last at 2026-01-01T00:01:00Z: "
            + "the metrics could not be read: not authorized.",
            seeing.Warnings!.Single());
    }

    [Fact]
    public void Checked_ADryRunIsBlind_IsToldAndHasNoSay()
    {
        var over = CheckHealth.Checked(Begun(new() { DryRun = true }), NoAlarms, Denied, MetricWorld.At(60));

        Assert.Equal(NextState.Promote, over.Decision.Next);
        Assert.Contains(over.Story, entry => entry.Text.StartsWith("The analysis sees nothing", StringComparison.Ordinal));
        Assert.Contains(over.Warnings!, text => text.StartsWith("The analysis saw nothing at 1 check", StringComparison.Ordinal));
    }

    [Fact]
    public void Checked_MetricsThatComeAndGo_AreToldTwiceAndCountedInOneWarning()
    {
        var rollout = Begun(new());
        for (var check = 2; check < 40; check++)
        {
            var found = check % 2 == 0 ? Denied : Found["inconclusive"];
            rollout = CheckHealth.Checked(rollout, NoAlarms, found, MetricWorld.At(check));
        }

        foreach (var text in (string[])["The analysis sees nothing", "The analysis sees again"])
            Assert.Equal(2, rollout.Story.Count(entry => entry.Text.StartsWith(text, StringComparison.Ordinal)));
        Assert.StartsWith("The analysis saw nothing at 19 checks", rollout.Warnings!.Single(), StringComparison.Ordinal);
    }

    private static Rollout Begun(AnalysisRequest asked) =>
        Compared.Begun(asked with { Latency = null }, Given.Step(10, 60), Given.Step(100, 0)) with { Warnings = null };

    private static (Rollout Rollout, double Seconds) Held(AnalysisRequest asked, Verdict alarms, Judgement found)
    {
        var (rollout, at) = (Begun(asked), 60.0);
        rollout = CheckHealth.Checked(rollout, alarms, found, MetricWorld.At(at));
        while (rollout.Course() == (NextState.Bake, false))
            rollout = CheckHealth.Checked(rollout, alarms, found, MetricWorld.At(at += rollout.Decision.WaitSeconds));
        return (rollout, at);
    }
}
