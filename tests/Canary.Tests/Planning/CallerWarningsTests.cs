using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

/// <summary>What GetFunction shows, and a rollout sees too late.</summary>
public class CallerWarningsTests
{
    private static readonly FunctionVersion Live = new("3", "old", "Active", "Successful", null) { TimeoutSeconds = 3 };

    private static readonly FunctionVersion Next = Live with { Version = "$LATEST" };

    [Theory]
    [InlineData(301, 1)]
    [InlineData(300, 0)]
    [InlineData(null, 0)]
    public void Plan_ATimeOutLongerThanAllSteps_IsWarnedOf(int? timeout, int warnings)
    {
        var told = Warnings(Next with { TimeoutSeconds = timeout }, Given.Step(10, 120), Given.Step(50, 180), Given.Step(100, 0));

        Assert.Equal(warnings, told.Count);
        Assert.All(told, warning => Assert.StartsWith(
            "A request of $LATEST may take 301 s, its time-out, and the steps share traffic for 300 s: one that hangs is counted "
            + "only after the promotion.", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:q", 179, 1)]
    [InlineData("arn:q", 180, 0)]
    [InlineData(null, 60, 0)]
    public void Plan_StepsShorterThanTheRetriesOfAnAsynchronousEvent_AreWarnedOf(string? letters, int seconds, int warnings)
    {
        var next = Next with { DeadLetterTarget = letters };

        var told = Warnings(Live with { DeadLetterTarget = letters }, next, Given.Step(10, seconds), Given.Step(100, 0));

        Assert.Equal(warnings, told.Count);
        Assert.All(told, warning => Assert.Contains(
            "share traffic for 179 s: what the new version loses reaches the dead-letter queue only after the promotion.",
            warning,
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subnet-1, sg-1", null,
        "$LATEST is in subnet-1, sg-1, and version 3, which is live, is in no VPC: whether it reaches what it calls")]
    [InlineData(null, "subnet-1, sg-1", "$LATEST is in no VPC, and version 3, which is live, is in subnet-1, sg-1: whether")]
    [InlineData("subnet-1, sg-2", "subnet-1, sg-1", "$LATEST is in subnet-1, sg-2, and version 3, which is live, is in subnet-1")]
    public void Plan_AnotherNetwork_IsWarnedOf(string? candidate, string? stable, string text) => Assert.StartsWith(
        text,
        Assert.Single(Warnings(
            Live with { Network = stable }, Next with { Network = candidate }, Given.Step(10, 300), Given.Step(100, 0))),
        StringComparison.Ordinal);

    [Fact]
    public void Plan_NoStepSharesTraffic_IsNotWarnedOfCallers() => Assert.Empty(Warnings(
        Live, Next with { TimeoutSeconds = 900, Network = "subnet-1" }, Given.Step(100, 60), Given.Step(100, 0)));

    private static IReadOnlyList<string> Warnings(FunctionVersion candidate, params Step[] steps) =>
        Warnings(Live, candidate, steps);

    private static IReadOnlyList<string> Warnings(FunctionVersion stable, FunctionVersion candidate, params Step[] steps)
    {
        var world = Given.World with
        {
            Stable = stable,
            Latest = candidate,
            Alarms = [new("errors", AlarmState.Ok, null)],
        };
        var plan = PlanRollout.Plan(
            Given.Request(steps) with { Alarms = ["errors"] }, [], world, Given.Execution, Given.Time);
        Assert.Null(plan.Faults);
        return plan.Warnings ?? [];
    }
}
