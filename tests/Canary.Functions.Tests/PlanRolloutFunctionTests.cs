using Canary.Aliases;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class PlanRolloutFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task PlanRollout_AGoodInput_FixesThePlanAndTouchesNothing()
    {
        var rollout = await _stage.PlanAsync();

        Assert.Equal(
            (Outcome.InProgress, "3", "revision-1"),
            (rollout.Outcome, rollout.StableVersion, rollout.Internal.Alias.Revision));
        Assert.Equal((0, 1), (_stage.Aliases.Writes, _stage.Alarms.Calls));
        Assert.Empty(_stage.Versions.Published);
    }

    [Fact]
    public async Task PlanRollout_FaultsOfEveryKind_AreAllToldAtOnce()
    {
        var rollout = await _stage.PlanAsync("""
            { "functionName": "orders", "aliasName": "live", "targetVersion": "9",
             "steps": [{ "weight": 500, "bakeSeconds": 60 }], "alarms": ["gone"], "wait": true }
            """);

        Assert.Equal(Outcome.Refused, rollout.Outcome);
        Assert.Collection(rollout.Faults!,
            fault => Assert.Contains("wait is not a field", fault, StringComparison.Ordinal),
            fault => Assert.Contains("steps[0].weight is 500.", fault, StringComparison.Ordinal),
            fault => Assert.Contains("targetVersion \"9\" does not exist", fault, StringComparison.Ordinal),
            fault => Assert.Contains("\"gone\" does not exist", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanRollout_TheRoleMayNotReadTheFunction_IsOneFaultAmongTheOthers()
    {
        _stage.Versions.Denies = "User: canary is not authorized to perform: lambda:GetFunction";

        var rollout = await _stage.PlanAsync("""{ "functionName": "orders", "aliasName": "live","""
            + """ "deploymentConfig": "AllAtOnce", "alarms": ["gone"], "foo": 1 }""");

        Assert.Equal(Outcome.Refused, rollout.Outcome);
        Assert.Collection(rollout.Faults!,
            fault => Assert.Contains("foo is not a field", fault, StringComparison.Ordinal),
            fault => Assert.Contains(
                "functionName \"orders\" cannot be read. Check the stack's TargetFunctionPattern, and the account and Region. "
                + "AWS says: User: canary is not authorized", fault, StringComparison.Ordinal),
            fault => Assert.Contains("\"gone\" does not exist", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanRollout_AHookIsMissingAndAnotherMayNotBeRead_AreTwoFaultsAmongTheOthers()
    {
        _stage.Versions.Missing.Add("gone");
        _stage.Versions.Denied["secret"] = "User: canary is not authorized to perform: lambda:GetFunction";

        var rollout = await _stage.PlanAsync("""
            { "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce",
             "hooks": { "beforeAllowTraffic": "gone", "afterAllowTraffic": "secret" }, "foo": 1 }
            """);

        Assert.Collection(rollout.Faults!,
            fault => Assert.Contains("foo is not a field", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "hooks.afterAllowTraffic \"secret\" cannot be read. Check the stack", fault, StringComparison.Ordinal),
            fault => Assert.Contains(
                "hooks.beforeAllowTraffic names the function \"gone\", which does not exist", fault, StringComparison.Ordinal));
        Assert.Contains("Check the stack's HookFunctionPattern", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanRollout_TheStableVersionHasAnotherRole_IsRefused()
    {
        _stage.Versions.Known["3"] = _stage.Versions.Known["3"] with { Role = "arn:old" };

        var rollout = await _stage.PlanAsync();

        Assert.Contains(
            "Version 3, which is live, has the execution role \"arn:old\", and $LATEST has none",
            Assert.Single(rollout.Faults!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanRollout_AnotherAliasProvisionsTheTarget_IsRefusedAndNamesIt()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Concurrency.Known["blue"] = new("blue", 5, "READY", null);
        _stage.Aliases.Others["blue"] = "4";
        _stage.Versions.Known["4"] = _stage.Versions.Known["3"] with { Version = "4" };

        var rollout = await _stage.PlanAsync("""{ "functionName": "orders", "aliasName": "live","""
            + """ "targetVersion": "4", "deploymentConfig": "Canary10Percent5Minutes" }""");

        Assert.StartsWith(
            "Version 4 is provisioned for the alias \"blue\"", Assert.Single(rollout.Faults!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live", 1)]
    [InlineData("new", 0)]
    public async Task PlanRollout_NoAlias_AsksForNoConcurrency(string alias, int calls)
    {
        if (alias != "live") _stage.Aliases.ChangeBehindItsBack(null);

        await _stage.PlanAsync(Stage.Input.Replace("live", alias, StringComparison.Ordinal));

        Assert.Equal(calls, _stage.Concurrency.Lists);
    }

    [Theory]
    [InlineData(true, "Canary10Percent5Minutes", 1)]
    [InlineData(false, "Canary10Percent5Minutes", 0)]
    [InlineData(true, "AllAtOnce", 0)]
    public async Task PlanRollout_QueuesAndStreams_AreLookedUpForWhoeverAsksAndForNoRollout(bool asks, string config, int calls)
    {
        _stage.Sources.Known = [new("arn:aws:kinesis:us-east-1:123456789012:stream/clicks")];

        var rollout = await _stage.PlanAsync(
            Stage.Input.Replace("Canary10Percent5Minutes", config, StringComparison.Ordinal), begins: !asks);

        Assert.Equal(calls, _stage.Sources.Calls);
        Assert.Equal(calls, (rollout.Warnings ?? []).Count(text => text.Contains("the stream clicks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PlanRollout_AwsDoesNotTellOfQueuesAndStreams_IsAWarningAndNoFault()
    {
        _stage.Sources.Known = null;

        var rollout = await _stage.PlanAsync(begins: false);

        Assert.Equal(Outcome.InProgress, rollout.Outcome);
        Assert.Single(rollout.Warnings!, text => text.StartsWith("AWS did not tell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanRollout_TheFunctionIsMissing_IsOneFault()
    {
        _stage.Versions.Known.Clear();

        var rollout = await _stage.PlanAsync();

        Assert.Contains("\"orders\" does not exist", Assert.Single(rollout.Faults!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Other, "RUNNING", HoldState.Runs)]
    [InlineData(Stage.Other, "ABORTED", HoldState.Ended)]
    [InlineData(Stage.Other, "elsewhere", HoldState.RunsElsewhere)]
    [InlineData(Stage.Other, "denied", HoldState.Unknown)]
    [InlineData(Stage.Other, null, HoldState.Missing)]
    [InlineData("nobody", "RUNNING", HoldState.Missing)]
    public async Task PlanRollout_TheAliasIsHeld_LooksWhetherTheHolderRuns(string holder, string? status, HoldState state)
    {
        var stage = new Stage();
        stage.Aliases.ChangeBehindItsBack(new("3", "9", .1), Hold.Of(holder));
        if (status is not null) stage.Executions.Statuses[holder] = status;

        var rollout = await stage.PlanAsync();
        var taken = await stage.PlanAsync(Stage.Input.Replace("}", """, "takeOver": true }""", StringComparison.Ordinal));

        var counts = state is HoldState.Runs or HoldState.Unknown or HoldState.Unsettled;
        Assert.Equal((counts ? Outcome.RolloutInProgress : Outcome.Refused, holder), (rollout.Outcome, rollout.HeldBy));
        Assert.Equal(counts ? NextState.Failed : NextState.HoldAlias, taken.Decision.Next);
    }

    [Fact]
    public async Task PlanRollout_TheHolderWasStoppedJustNow_LeavesTheAliasToRestoreAlias()
    {
        var stage = new Stage();
        stage.Aliases.ChangeBehindItsBack(new("4"), Hold.Of(Stage.Other));
        (stage.Executions.Statuses[Stage.Other], stage.Executions.EndedAt) = ("ABORTED", Stage.Time.AddSeconds(-4));

        var rollout = await stage.PlanAsync(Stage.Input.Replace("}", """, "takeOver": true }""", StringComparison.Ordinal));

        Assert.Equal((Outcome.RolloutInProgress, Stage.Other), (rollout.Outcome, rollout.HeldBy));
        Assert.Contains(
            "which has ended as ABORTED and not given it back yet. RestoreAlias does that within minutes: start again then.",
            rollout.Reason,
            StringComparison.Ordinal);
    }
}
