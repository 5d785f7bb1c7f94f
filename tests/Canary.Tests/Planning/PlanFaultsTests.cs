using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class PlanFaultsTests
{
    [Theory]
    [InlineData("hash", true)]
    [InlineData("another", false)]
    public void Plan_TheCodesHash_IsRefusedOnlyWhereItDiffers(string hash, bool fits) =>
        Assert.Equal(fits, Plan(Given.Request() with { CodeSha256 = hash }).Faults is null);

    [Theory]
    [InlineData(85, true)]
    [InlineData(84, false)]
    public void Plan_TheShortestInterval_IsTaken(int interval, bool fits) =>
        Assert.Equal(
            fits,
            Plan(Given.Request(Given.Step(10, 172_800), Given.Step(100, 0)) with
            {
                CheckIntervalSeconds = interval,
            }).Faults is null);

    [Fact]
    public void Plan_OneOfTwoAlarmsExists_OnlyTheOtherIsRefused()
    {
        var request = Given.Request() with { Alarms = ["errors", "gone"] };
        var world = Given.World with { Alarms = [new("errors", AlarmState.Ok, null)] };

        Assert.Equal(
            "The alarm \"gone\" does not exist in this account and Region. Check alarms.",
            Assert.Single(Plan(request, world).Faults!));
        Assert.Null(Plan(request, world with { MayReadAlarms = false, Alarms = [] }).Faults);
    }

    [Theory]
    [InlineData("role", "queue", 0)]
    [InlineData("another", "queue", 1)]
    [InlineData("role", "another", 1)]
    public void Plan_AllAtOnceWithARoleOrADeadLetterTargetThatDiffers_IsWarnedOf(string role, string target, int warnings)
    {
        var stable = new FunctionVersion("3", "old", "Active", "Successful", null) { Role = "role", DeadLetterTarget = "queue" };
        var latest = Given.World.Latest! with { Role = role, DeadLetterTarget = target };

        var plan = Plan(Given.Request(Given.Step(100, 0)), Given.World with { Stable = stable, Latest = latest });

        Assert.Equal(warnings, plan.Warnings?.Count ?? 0);
    }

    private static Rollout Plan(RolloutRequest request, PlanFindings? world = null) =>
        PlanRollout.Plan(request, [], world ?? Given.World, Given.Execution, Given.Time);
}
