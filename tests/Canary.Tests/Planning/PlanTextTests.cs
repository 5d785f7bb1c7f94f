using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class PlanTextTests
{
    [Theory]
    [InlineData(""" "by": "alice", "reason": "Fixes the cart" """, "Started by alice: Fixes the cart. The plan is 100 %.")]
    [InlineData(""" "by": "alice" """, "Started by alice. The plan is 100 %.")]
    [InlineData(""" "reason": "Fixes the cart." """, "Started: Fixes the cart. The plan is 100 %.")]
    public void OfStart_WhoAndWhy_BeginTheStoryAndAreInThePlan(string fields, string text)
    {
        var (request, rollout) = Plan($$""" "aliasName": "live", "deploymentConfig": "AllAtOnce", {{fields}} """);

        Assert.StartsWith(text, rollout.Story[0].Text, StringComparison.Ordinal);
        Assert.Equal((request.By, request.Reason), (rollout.Plan.By, rollout.Plan.Reason));
    }

    [Fact]
    public void OfStart_OfWhatIsRefused_IsTold() =>
        Assert.Equal("Started by alice. Refused.", Plan(""" "by": "alice" """).Rollout.Story[0].Text);

    private static (Canary.Input.RolloutRequest Request, Rollout Rollout) Plan(string fields)
    {
        var (request, faults) = Given.Read($$"""{ "functionName": "orders", {{fields}} }""");
        return (request, PlanRollout.Plan(request, faults, Given.World, Given.Execution, Given.Time));
    }
}
