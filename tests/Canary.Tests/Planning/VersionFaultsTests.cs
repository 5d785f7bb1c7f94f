using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class VersionFaultsTests
{
    private static readonly FunctionVersion Live =
        new("3", "old", "Active", "Successful", null) { Role = "arn:a", DeadLetterTarget = "arn:q" };

    private static readonly FunctionVersion Next = Live with { Version = "$LATEST" };

    private static Rollout Plan(FunctionVersion stable, FunctionVersion candidate, string? config = null)
    {
        var named = candidate.Version == "$LATEST" ? null : candidate.Version;
        var request = Given.Request(
            [.. DeploymentConfig.Find(config ?? "Canary10Percent5Minutes")!]) with
        { Alarms = ["errors"], TargetVersion = named };
        var world = Given.World with
        {
            Alarms = [new("errors", AlarmState.Ok, null)],
            Stable = stable,
            Latest = named is null ? candidate : Next,
            Target = candidate,
        };
        return PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);
    }

    [Theory]
    [InlineData("Failed", null, "$LATEST is Failed (why) and cannot be invoked. Update the function")]
    [InlineData("ActiveNonInvocable", null, "$LATEST is ActiveNonInvocable (why) and cannot be invoked")]
    [InlineData("Inactive", null, "$LATEST is Inactive (why): it was idle for long. Invoke it once, wait until it is Active")]
    [InlineData("Deactivating", null, "$LATEST is Deactivating (why). Wait until it is Inactive")]
    [InlineData("Deactivated", null, "$LATEST is Deactivated (why). Wait until it is Inactive")]
    [InlineData("Deleting", null, "$LATEST is Deleting. Update the function")]
    [InlineData("Active", "Failed", "$LATEST failed to update (why). Update the function")]
    public void Plan_ACandidateThatCannotServe_IsRefusedWithTheWayOut(string state, string? update, string fault)
    {
        var latest = Next with { State = state, LastUpdateStatus = update, StateReason = "why" };

        Assert.StartsWith(fault, Assert.Single(Plan(Live, latest).Faults!), StringComparison.Ordinal);
        Assert.StartsWith(fault.Replace("$LATEST", "Version 4", StringComparison.Ordinal)
            .Replace("Update the function", "Name another version", StringComparison.Ordinal),
            Assert.Single(Plan(Live, latest with { Version = "4" }).Faults!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:b", "arn:q", "the execution role \"arn:a\", and $LATEST has \"arn:b\"")]
    [InlineData("arn:a", "arn:p", "the dead-letter queue \"arn:q\", and $LATEST has \"arn:p\"")]
    [InlineData("arn:a", null, "the dead-letter queue \"arn:q\", and $LATEST has none")]
    public void Plan_VersionsThatMayNotShareAnAlias_AreRefusedAndBothQuoted(string role, string? letters, string fault) =>
        Assert.Contains(
            fault,
            Assert.Single(Plan(Live, Next with { Role = role, DeadLetterTarget = letters }).Faults!),
            StringComparison.Ordinal);

    [Fact]
    public void Plan_EverythingIsWrongWithTheCandidate_IsToldAtOnce() =>
        Assert.Equal(3, Plan(Live, Next with { State = "Failed", Role = "arn:b", DeadLetterTarget = null }).Faults!.Count);

    [Fact]
    public void Plan_AnotherRoleAllAtOnce_IsOnlyWarnedOf()
    {
        var rollout = Plan(Live, Next with { Role = "arn:b" }, "AllAtOnce");

        Assert.Equal(
            "$LATEST has another execution role or dead-letter queue than version 3, which is live.",
            Assert.Single(rollout.Warnings!));
    }

    [Fact]
    public void Plan_TheStableVersionIsInactive_IsWarnedOf() => Assert.Contains(
        "is Inactive", Assert.Single(Plan(Live with { State = "Inactive" }, Next).Warnings!), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, true, "$LATEST is a durable function. An execution stays on the version that it began with, so a ")]
    [InlineData(false, true, "$LATEST is a durable function.")]
    [InlineData(true, false, "Version 3 is a durable function.")]
    public void Plan_ADurableFunction_IsWarnedOfWhatARollbackAndErrorsDoNot(bool stable, bool candidate, string warning)
    {
        var rollout = Plan(Live with { IsDurable = stable }, Next with { IsDurable = candidate });

        var told = Assert.Single(rollout.Warnings!);
        Assert.StartsWith(warning, told, StringComparison.Ordinal);
        Assert.Contains("name an alarm on DurableExecutionFailed", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_NothingToSay_HasNoWarnings() => Assert.Null(Plan(Live, Next).Warnings);

    [Fact]
    public void Plan_TheTargetIsLiveAndInactive_StillHasNothingToDo() =>
        Assert.Equal(Outcome.NothingToDo, Plan(Live, Live with { State = "Inactive" }).Outcome);

    [Theory]
    [InlineData("Pending", null, "$LATEST is not ready yet: that is waited for")]
    [InlineData(
        "Active",
        "SnapStart takes its snapshot first",
        "ready only after a while, since SnapStart takes its snapshot first: that is waited for, up to half an hour")]
    public void Plan_AVersionThatTakesItsTime_IsTold(string state, string? slow, string text) =>
        Assert.Contains(text, Plan(Live, Next with { State = state, SlowStart = slow }).Story[0].Text, StringComparison.Ordinal);
}
