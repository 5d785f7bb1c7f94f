using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class AwaitVersionTests
{
    private static readonly Rollout Published =
        PublishVersion.Published(Given.Planned(), new("4", "hash", "Pending", null, null), Given.Time);

    [Theory]
    [InlineData("Pending", "InProgress")]
    [InlineData("Active", "InProgress")]
    public void Awaited_NotActiveYet_AsksToBeAskedAgain(string state, string update) =>
        Assert.Throws<VersionNotReady>(() => AwaitVersion.Awaited(Published, new("4", "hash", state, update, null), Given.Time));

    [Fact]
    public void Awaited_NotReadable_AsksToBeAskedAgainAndNotForLong() =>
        Assert.Throws<VersionMissing>(() => AwaitVersion.Awaited(Published, null, Given.Time));

    [Theory]
    [InlineData("Failed", "Successful")]
    [InlineData("Inactive", "Successful")]
    [InlineData("Active", "Failed")]
    public void Awaited_CannotBecomeActive_SaysWhy(string state, string update)
    {
        var fault = Assert.Throws<VersionFailed>(
            () => AwaitVersion.Awaited(Published, new("4", "hash", state, update, "the image is gone"), Given.Time));

        Assert.Contains("the image is gone", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Awaited_TheCodeHasNotChanged_ThereIsNothingToDo()
    {
        var unchanged = PublishVersion.Published(Given.Planned(), new("3", "hash", "Active", null, null), Given.Time);

        var rollout = AwaitVersion.Awaited(unchanged, new("3", "hash", "Active", "Successful", null), Given.Time);

        Assert.Equal((Outcome.InProgress, NextState.FreeAlias), (rollout.Outcome, rollout.Decision.Next));
    }

    [Fact]
    public void Awaited_AllAtOnce_PromotesNext() =>
        Assert.Equal(NextState.Promote, Given.Ready(Given.Step(100, 0)).Decision.Next);
}
