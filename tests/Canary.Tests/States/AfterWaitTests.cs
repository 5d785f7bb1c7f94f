using Canary.Input;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Analysis;
using Canary.Tests.Rollouts;
using static Canary.Tests.States.Verdicts;

namespace Canary.Tests.States;

/// <summary>What a step comes to that waited for a verdict until it might wait no longer.</summary>
public class AfterWaitTests
{
    // By default the evidence decides: who has done nothing wrong is not rolled back.
    [Theory]
    [InlineData(null, "inconclusive", NextState.Promote, false)]
    [InlineData(null, "suspicious", NextState.Rollback, false)]
    [InlineData(AfterWait.Promote, "inconclusive", NextState.Promote, false)]
    [InlineData(AfterWait.Promote, "suspicious", NextState.Promote, false)]
    [InlineData(AfterWait.Approve, "inconclusive", NextState.Bake, true)]
    [InlineData(AfterWait.Approve, "suspicious", NextState.Bake, true)]
    [InlineData(AfterWait.Rollback, "inconclusive", NextState.Rollback, false)]
    [InlineData(AfterWait.Rollback, "suspicious", NextState.Rollback, false)]
    public void Checked_TheWaitIsOver_EndsAsAfterWaitSays(AfterWait? policy, string found, NextState next, bool asks)
    {
        var asked = new AnalysisRequest { OnInconclusive = OnInconclusive.Wait, WaitSeconds = 40 };

        var waited = Waited(policy is { } given ? asked with { AfterWait = given } : asked, found, 40);

        Assert.Equal((next, asks), waited.Course());
        Assert.Equal(
            next == NextState.Promote,
            waited.Warnings?.Any(text => text.Contains("without a verdict", StringComparison.Ordinal)) == true);
    }

    [Fact]
    public void Checked_TheEvidenceDecides_TheReasonSaysHow()
    {
        var asked = new AnalysisRequest { OnInconclusive = OnInconclusive.Wait, WaitSeconds = 40 };

        Assert.EndsWith(
            "The analysis is inconclusive after 40 s of waiting, and nothing speaks against the candidate: "
            + "afterWait says to go on then. The candidate takes all traffic.",
            Waited(asked, "inconclusive", 40).Reason,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "The analysis is inconclusive after 40 s of waiting, and the evidence is suspicious: "
            + "afterWait says to roll back then.",
            Waited(asked, "suspicious", 40).Reason,
            StringComparison.Ordinal);
    }

    private static Rollout Waited(AnalysisRequest asked, string found, int seconds)
    {
        var at = 60.0;
        var begun = Compared.Begun(asked with { Latency = null }, Given.Step(10, 60), Given.Step(100, 0));
        var rollout = CheckHealth.Checked(begun, NoAlarms, Found[found], MetricWorld.At(at));
        for (; rollout.Course() == (NextState.Bake, false); rollout =
            CheckHealth.Checked(rollout, NoAlarms, Found[found], MetricWorld.At(at)))
        {
            at += rollout.Decision.WaitSeconds;
        }
        Assert.Equal(60 + seconds, at);
        return rollout;
    }
}
