using Canary.Aliases;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class PromoteTests
{
    private static readonly Step[] Steps = [Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)];

    private static readonly Rollout Shifted = Given.Shifted(Steps);

    private static Rollout Promoted => Promote.Promoted(
        Shifted.Note(own => own with { CurrentStep = 1, Next = NextState.Promote }),
        new(new("4", "3", 1), "revision-5", Hold.Of(Given.Execution)),
        Given.Time);

    [Fact]
    public void Promoted_LambdaShowsItsOwnShift_IsWaitedForEvenWhereThePlanKnowsOfNone() =>
        Assert.Equal(NextState.AwaitPromotion, Promoted.Decision.Next);

    [Fact]
    public void Promoted_ThePlanKnowsOfProvisionedConcurrency_IsWaitedForEvenWhereTheAliasIsSettled()
    {
        var promoted =
            Promote.Promoted(
                Given.Provisioned(Shifted, new(5, null)), new(new("4"), "revision-5", Hold.Of(Given.Execution)), Given.Time);

        Assert.Equal(NextState.AwaitPromotion, promoted.Decision.Next);
    }
}
