using Canary.Aliases;
using Canary.Input;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Analysis;
using Canary.Tests.Rollouts;
using static Canary.Tests.States.Verdicts;

namespace Canary.Tests.States;

/// <summary>What becomes of a rollout that ends without a verdict.</summary>
public class NoVerdictTests
{
    private static Step[] Steps => [Given.Step(10, 60), Given.Step(100, 0)];

    /// <summary>Steps shorter than the minutes of the metrics: nothing was ever compared.</summary>
    [Fact]
    public void Checked_TheStepsAreOverBeforeAMinuteIs_IsPromotedWithAWarning()
    {
        var begun = CheckHealth.Checked(
            Compared.Shifted(new() { WaitSeconds = 0 }, Given.Step(10, 20), Given.Step(100, 0)),
            Given.Healthy,
            null,
            MetricWorld.At(15));
        var over = CheckHealth.Checked(begun, Given.Healthy, null, MetricWorld.At(20));

        Assert.Equal(NextState.Promote, over.Decision.Next);
        Assert.Contains(
            "Version 4 was promoted without a verdict of the analysis: "
            + "the steps were over before a whole minute could be compared.",
            over.Warnings!);
    }

    // A person may approve it; that there was no verdict is told all the same.
    [Fact]
    public void Answered_AStepWithoutAVerdict_IsPromotedWithAWarning()
    {
        var asked = Over(new(), "inconclusive", [Given.Step(10, 60) with { ApprovalSeconds = 99 }, Given.Step(100, 0)]);

        var answered = CheckHealth.Checked(
            asked.Said(new(WordKind.Approve, "alice")), Given.Healthy, Found["inconclusive"], MetricWorld.At(71));

        Assert.Equal(NextState.Promote, answered.Decision.Next);
        Assert.Contains(answered.Warnings!, text => text.Contains("without a verdict", StringComparison.Ordinal));
    }

    [Fact]
    public void Checked_NobodyIsSure_APersonHasTheTimeThatTheInputGives()
    {
        var asked = Over(new() { OnInconclusive = OnInconclusive.Approve, ApprovalSeconds = 77 }, "inconclusive");

        Assert.Equal(MetricWorld.At(60 + 77), asked.Internal.ApprovalRequest!.ExpiresAt);
        Assert.Equal(
            "Step 1 of 2 at 10 %: no requests were seen; the bake is over. The analysis is inconclusive. "
            + "It waits until 2026-01-01T00:02:17Z for a person to approve it.", asked.Reason);
        Assert.Equal(
            NextState.Rollback,
            CheckHealth.Checked(asked, NoAlarms, Found["unhealthy"], MetricWorld.At(75)).Decision.Next);
        Assert.Equal(
            NextState.Bake,
            CheckHealth.Checked(asked, NoAlarms, Found["unreadable"], MetricWorld.At(75)).Decision.Next);
        Assert.Equal(
            NextState.Rollback,
            CheckHealth.Checked(asked, NoAlarms, Found["healthy"], MetricWorld.At(137)).Decision.Next);
    }

    [Fact]
    public void Checked_TheStepHasATimeForApprovalOfItsOwn_ThatIsIt()
    {
        var asked = Over(
            new() { OnInconclusive = OnInconclusive.Approve, ApprovalSeconds = 7_000 },
            "inconclusive",
            [Given.Step(10, 60) with { ApprovalSeconds = 99 }, Given.Step(100, 0)]);

        Assert.Equal(MetricWorld.At(60 + 99), asked.Internal.ApprovalRequest!.ExpiresAt);
    }

    [Theory]
    [InlineData("healthy", null)]
    [InlineData("inconclusive", "Version 4 was promoted without a verdict of the analysis: no requests were seen.")]
    public void Checked_APromotionWithoutAVerdict_IsAWarningToo(string found, string? warning)
    {
        Assert.Equal(warning, Over(new(), found).Warnings?.Single());
        Assert.DoesNotContain(
            Over(new() { DryRun = true }, found).Warnings!,
            text => text.Contains("verdict", StringComparison.Ordinal));
        Assert.Null(At(30, new(), found).Warnings);
    }

    [Fact]
    public void Checked_APromotionWithoutAVerdictAfterAStepAtHundredPercent_IsAWarningToo()
    {
        var over = Over(new(), "inconclusive", [Given.Step(10, 60), Given.Step(100, 15)]);
        Assert.Equal((NextState.ShiftWeight, null), (over.Decision.Next, over.Warnings));

        var rollout = CheckHealth.Checked(Compared.Shifted(over, MetricWorld.At(61)), NoAlarms, null, MetricWorld.At(76));

        Assert.Equal(
            "Version 4 was promoted without a verdict of the analysis: no requests were seen.",
            rollout.Warnings!.Single());
    }

    private static Rollout Over(AnalysisRequest asked, string found, Step[]? steps = null) => At(60, asked, found, steps);

    private static Rollout At(double seconds, AnalysisRequest asked, string found, Step[]? steps = null) =>
        CheckHealth.Checked(
            Compared.Begun(asked with { Latency = null }, steps ?? Steps), NoAlarms, Found[found], MetricWorld.At(seconds));
}
