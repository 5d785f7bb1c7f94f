using Canary.Aliases;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class CheckHealthTests
{
    [Theory]
    [InlineData(15, NextState.Bake, 15)]
    [InlineData(285, NextState.Bake, 15)]
    [InlineData(290.5, NextState.Bake, 10)]
    [InlineData(300, NextState.Promote, 0)]
    [InlineData(305, NextState.Promote, 0)]
    public void Checked_Healthy_BakesUntilTheStepIsOver(double seconds, NextState next, int wait)
    {
        var first = CheckHealth.Checked(Given.Shifted(), Given.Healthy, Given.Time.AddSeconds(15));

        var rollout = seconds <= 15 ? first : CheckHealth.Checked(first, Given.Healthy, Given.Time.AddSeconds(seconds));

        Assert.Equal((next, wait), (rollout.Decision.Next, rollout.Decision.WaitSeconds));
    }

    [Fact]
    public void Checked_TheShiftTookLong_TheBakeCountsFromItsFirstWait()
    {
        var rollout = CheckHealth.Checked(Given.Shifted(), Given.Healthy, Given.Time.AddSeconds(75));

        Assert.Equal(Given.Time.AddSeconds(60), rollout.Steps[0].StartedAt);
        Assert.Contains("it bakes until 2026-01-01T00:06:00Z.", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_Unhealthy_RollsBackAtOnceAndSaysWhy()
    {
        var rollout = CheckHealth.Checked(Given.Shifted(), Given.Unhealthy, Given.Time.AddSeconds(15));

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Equal("Step 1 of 2 at 10 %: alarm errors is in ALARM: 5 > 1.", rollout.Reason);
        Assert.Equal(HealthState.Unhealthy, rollout.Steps[0].Health);
        Assert.Equal(Given.Time.AddSeconds(15), rollout.Steps[0].EndedAt);
    }

    [Fact]
    public void Checked_TheStepIsOver_GoesToTheNext()
    {
        var rollout =
            CheckHealth.Checked(
                Given.Shifted(Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)),
                Given.Healthy,
                Given.Time.AddSeconds(10));

        Assert.Equal(NextState.ShiftWeight, rollout.Decision.Next);
        Assert.Equal(new AliasState("3", "4", 0.5), ShiftWeight.Wanted(rollout).State);
    }

    [Fact]
    public void Checked_Inconclusive_GoesOn() =>
        Assert.Equal(NextState.Promote, CheckHealth.Checked(
            Given.Shifted(Given.Step(10, 10), Given.Step(100, 0)),
            new(HealthState.Inconclusive, "none"),
            Given.Time.AddSeconds(10)).Decision.Next);
}
