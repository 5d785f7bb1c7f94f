using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class AwaitConcurrencyTests
{
    private static readonly Rollout Raised = RaiseConcurrency.Raised(
        Given.Provisioned(Given.Ready(Given.Step(10, 10), Given.Step(100, 0)), new(5, 8)), Given.Time);

    [Fact]
    public void Awaited_ItIsThere_GoesOnAndSaysHowMany()
    {
        var rollout = AwaitConcurrency.Awaited(Raised, new("live", 8, "READY", null), Given.Time);

        Assert.Equal(NextState.ShiftWeight, rollout.Decision.Next);
        Assert.Equal("live has 8 provisioned environments.", rollout.Story[^1].Text);
    }

    [Fact]
    public void Awaited_ItIsOnItsWay_IsAskedAgain() =>
        Assert.Throws<ConcurrencyNotReady>(
            () => AwaitConcurrency.Awaited(Raised, new("live", 8, "IN_PROGRESS", null), Given.Time));

    [Fact]
    public void Awaited_LambdaGaveUp_SaysWhy()
    {
        var fault = Assert.Throws<ConcurrencyFailed>(
            () => AwaitConcurrency.Awaited(Raised, new("live", 8, "FAILED", "no capacity"), Given.Time));

        Assert.EndsWith("is FAILED: no capacity", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Awaited_SomebodyDeletedIt_GivesUp() =>
        Assert.Throws<ConcurrencyFailed>(() => AwaitConcurrency.Awaited(Raised, null, Given.Time));
}
