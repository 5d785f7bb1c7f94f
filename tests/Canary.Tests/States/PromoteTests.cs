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
    public void Promoted_NothingComesAfterIt_FreesTheAliasToo()
    {
        var last = Shifted.Note(own => own with { CurrentStep = 1, Next = NextState.Promote });

        var ended = Promote.Promoted(last, Given.Written(Promote.Wanted(last), "revision-5"), Given.Time);

        Assert.Equal((new AliasState("4"), "orders, live"), (Promote.Wanted(last).State, Promote.Wanted(last).Description));
        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (ended.Outcome, ended.Decision.Next));
        Assert.Equal((100, Given.Time, "Promote"), (ended.FinalWeightPercent, ended.EndedAt, ended.Story[^1].State));
        Assert.Equal("Promoted orders:live to version 4, with all traffic (version 3 before).", ended.Reason);
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("bake")]
    [InlineData("provisioned")]
    public void Promoted_SomethingComesAfterIt_KeepsTheMark(string what)
    {
        var rollout = what switch
        {
            "hook" => Given.With(Shifted, plan => plan with { Hooks = new(null, new("check", 60, false)) }),
            "bake" => Given.Shifted([.. Steps, Given.Step(100, 60) with { AfterPromotion = true }]),
            _ => Given.Provisioned(Shifted, new(5, null)),
        };

        Assert.Equal(Hold.Of(Given.Execution), Promote.Wanted(rollout).Description);
    }

    [Fact]
    public void Promoted_ThePlanKnowsOfProvisionedConcurrency_IsWaitedForEvenWhereTheAliasIsSettled()
    {
        var promoted =
            Promote.Promoted(
                Given.Provisioned(Shifted, new(5, null)), new(new("4"), "revision-5", Hold.Of(Given.Execution)), Given.Time);

        Assert.Equal(NextState.AwaitPromotion, promoted.Decision.Next);
    }
}
