using Canary.Aliases;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class ShiftWeightTests
{
    private static readonly Rollout Ready = Given.Ready(Given.Step(10, 20), Given.Step(50, 10), Given.Step(100, 0));

    [Fact]
    public void Wanted_BeforeTheFirstStep_IsItsWeightUnderTheMark() =>
        Assert.Equal(new AliasWrite(new("3", "4", .1), Hold.Of(Given.Execution)), ShiftWeight.Wanted(Ready));

    [Theory]
    [InlineData(15, 15)]
    [InlineData(60, 20)]
    public void Shifted_TheFirstStep_BakesUntilItsNextCheckOrItsEnd(int interval, int wait)
    {
        var ready = Given.With(Ready, plan => plan with { CheckIntervalSeconds = interval });

        var rollout = ShiftWeight.Shifted(ready, Given.Written(ShiftWeight.Wanted(ready), "revision-3"), Given.Time);

        Assert.Equal((NextState.Bake, wait), (rollout.Decision.Next, rollout.Decision.WaitSeconds));
        Assert.Equal(
            (0, "revision-3", Given.Time),
            (rollout.Internal.CurrentStep, rollout.Internal.Alias.Revision, rollout.Steps[0].StartedAt));
        Assert.Equal("Step 1 of 3: 10 % of live goes to version 4 for 20 s.", rollout.Reason);
    }
}
