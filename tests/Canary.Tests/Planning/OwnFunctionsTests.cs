using Canary.Planning;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class OwnFunctionsTests
{
    private static readonly PlanFindings World =
        Given.World with { OwnFunctions = ["canary-PlanRolloutFunction-1A2B", "canary-Approve"] };

    [Theory]
    [InlineData("canary-Approve")]
    [InlineData("CANARY-approve")]
    [InlineData("function:canary-Approve")]
    [InlineData("123456789012:function:canary-Approve")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:canary-Approve")]
    public void Plan_AFunctionOfCanarysOwn_IsRefused(string name)
    {
        var rollout = PlanRollout.Plan(Given.Request() with { FunctionName = name }, [], World, Given.Execution, Given.Time);

        var fault = Assert.Single(rollout.Faults!);
        Assert.Equal((Outcome.Refused, true), (rollout.Outcome, fault.EndsWith(
            "\" is one of Canary's own functions. They are not released by a rollout: deploy the stack instead.",
            StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("canary-PlanRolloutFunction-1A2B")]
    [InlineData("canary-Approve:live")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:canary-Approve:$LATEST")]
    public void Plan_AHookOfCanarysOwn_IsRefused(string name)
    {
        var request = Given.Request() with { Hooks = new(new("smoke-test", 60, false), new(name, 60, true)) };

        var fault = Assert.Single(PlanRollout.Plan(request, [], World, Given.Execution, Given.Time).Faults!);

        Assert.Equal(
            $"hooks.afterAllowTraffic \"{name}\" is one of Canary's own functions. "
            + "They cannot be hooks: name a function of yours.",
            fault);
    }

    [Fact]
    public void Read_TheEnvironment_TellsItselfAndTheOthers()
    {
        var variables =
            new Dictionary<string, string> { ["AWS_LAMBDA_FUNCTION_NAME"] = "plan", ["OWN_FUNCTIONS"] = "hold, rollback" };

        Assert.Equal(["plan", "hold", "rollback"], OwnFunctions.Read(variables.GetValueOrDefault));
        Assert.Empty(OwnFunctions.Read(_ => null));
    }
}
