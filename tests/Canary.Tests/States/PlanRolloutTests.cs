using System.Text.Json;
using Canary.Aliases;
using Canary.Executions;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class PlanRolloutTests
{
    [Fact]
    public void Plan_EverythingFound_PublishesNext()
    {
        var rollout = Given.Planned();

        Assert.Equal((Outcome.InProgress, NextState.HoldAlias), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal(
            ("3", "revision-1", 15),
            (rollout.StableVersion, rollout.Internal.Alias.Revision, rollout.Plan.CheckIntervalSeconds));
    }

    [Fact]
    public void Plan_TargetIsCurrent_IsASuccessWithNothingToDo()
    {
        var rollout =
            PlanRollout.Plan(Given.Request() with { TargetVersion = "3" }, [], Given.World, Given.Execution, Given.Time);

        Assert.Equal((Outcome.NothingToDo, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Contains("Nothing to do: orders:live is at version 3 already.", rollout.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Canary10Percent5Minutes", 0, "The plan is 10 % for 300 s, 100 %. No alarm is watched")]
    [InlineData("Canary10Percent5Minutes", 1, "The plan is 10 % for 300 s, 100 %. 1 alarm is checked every 15 s.")]
    [InlineData("Linear10PercentEvery1Minute", 2, "10 % for 60 s, 20 % for 60 s")]
    [InlineData("AllAtOnce", 2, "The plan is 100 %. No step bakes, so the alarms are looked at only now.")]
    public void Plan_TheStory_BeginsWithThePlan(string config, int alarms, string text)
    {
        var names = Enumerable.Range(0, alarms).Select(i => $"alarm-{i}").ToList();
        var world = Given.World with { Alarms = [.. names.Select(name => new AlarmReading(name, AlarmState.Ok, null))] };

        var rollout = PlanRollout.Plan(
            Given.Request([.. DeploymentConfig.Find(config)!]) with { Alarms = names }, [], world, Given.Execution, Given.Time);

        Assert.Contains(text, Assert.Single(rollout.Story).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "The plan is 100 %, and 600 s after the promotion. "
        + "No alarm is watched, so nothing can stop it but you, and nothing is watched after")]
    [InlineData("""["errors"]""", "The plan is 100 %, and 600 s after the promotion. 1 alarm is checked every 15 s.")]
    public void Plan_ABakeAfterThePromotion_IsTold(string alarms, string text)
    {
        var (request, faults) = Given.Read($$"""
            { "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600,
             "alarms": {{alarms}} }
            """);

        var rollout = PlanRollout.Plan(
            request, faults, Given.World with { Alarms = [new("errors", AlarmState.Ok, null)] }, Given.Execution, Given.Time);

        Assert.StartsWith(text, rollout.Story[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false, "Nothing is watched while the steps bake: no alarm is named")]
    [InlineData("", true, "Nothing is watched while the steps bake: no alarm is named")]
    [InlineData("after", false, "Nothing is watched in the 600 s after the promotion: only alarms are watched then")]
    public void Plan_ABakeThatNothingWatches_IsWarnedOf(string bake, bool dryRun, string warning)
    {
        Step[] steps = bake == "after"
            ? [Given.Step(100, 0), Given.Step(100, 600) with { AfterPromotion = true }]
            : [Given.Step(10, 60), Given.Step(100, 0)];
        var request = Given.Request(steps) with { Analysis = dryRun ? new() { DryRun = true } : null };
        var world = Given.World with
        {
            History = new(Canary.Tests.Analysis.Compared.NothingRead, null),
            Alarms = [new("errors", AlarmState.Ok, null)],
        };

        var unwatched = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);

        Assert.Contains(unwatched.Warnings!, text => text.StartsWith(warning, StringComparison.Ordinal));
        Assert.Null(
            PlanRollout.Plan(
                request with { Alarms = ["errors"], Analysis = null }, [], world, Given.Execution, Given.Time).Warnings);
    }

    [Fact]
    public void Plan_AnAlarmsArn_IsRefusedWithTheNameToGive()
    {
        const string Arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:orders: errors";

        var fault =
            Assert.Single(
                PlanRollout.Plan(Given.Request() with { Alarms = [Arn] }, [], Given.World, Given.Execution, Given.Time).Faults!);

        Assert.Equal(
            $"The alarm \"{Arn}\" does not exist: alarms holds names, and this is an ARN. Give its name, \"orders: errors\".",
            fault);
    }

    [Fact]
    public void Plan_AnotherRolloutHoldsTheAlias_IsRolloutInProgressAndNamesIt()
    {
        var world = Given.World with
        {
            Alias = new(new("3", "4", 0.1), "r", Hold.Of(Given.Other)),
            Hold = new(Given.Other, HoldState.Runs, "RUNNING"),
        };

        var rollout = PlanRollout.Plan(Given.Request(), [], world, Given.Execution, Given.Time);

        Assert.Equal(
            (Outcome.RolloutInProgress, Given.Other, NextState.Failed),
            (rollout.Outcome, rollout.HeldBy, rollout.Decision.Next));
        Assert.Contains(
            $"held by the rollout \"{Given.Other}\", which runs. Wait for it to end, or stop it",
            rollout.Reason,
            StringComparison.Ordinal);
    }

    public static TheoryData<string, RolloutRequest, PlanFindings> Unfit() => new()
    {
        { "The function \"orders\" does not exist", Given.Request(), Given.World with { Latest = null, Alias = null } },
        { "no alias \"live\"", Given.Request(), Given.World with { Alias = null } },
        { "left half-way", Given.Request(), Given.World with { Alias = new(new("3", "4", 0.1), "r") } },
        { "is at $LATEST", Given.Request(), Given.World with { Alias = new(new("$LATEST"), "r") } },
        { "targetVersion \"9\" does not exist", Given.Request() with
        {
            TargetVersion = "9",
        }, Given.World with { Target = null } },
        { "version $LATEST has \"hash\"", Given.Request() with { CodeSha256 = "other" }, Given.World },
        { "version 4 has \"hash\"", Given.Request() with { TargetVersion = "4", CodeSha256 = "other" }, Given.World },
        { "The alarm \"errors\" does not exist", Given.Request() with { Alarms = ["errors"] }, Given.World },
        { "name it in allowAlarmsInAlarm. CloudWatch says: 5 > 1", Given.Request() with
        {
            Alarms = ["errors"],
        }, Given.World with { Alarms = [new("errors", AlarmState.Alarm, "5 > 1")] } },
        {
            "hooks.afterAllowTraffic names the function \"gone:live\", which does not exist",
            Given.Request() with { Hooks = new(new("here", 60, false), new("gone:live", 60, true)) },
            Given.World with { MissingHooks = ["gone:live"] }
        },
        { "Give 85 or more", Given.Request(
            Given.Step(10, 172_800), Given.Step(100, 0)) with { CheckIntervalSeconds = 84 }, Given.World },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Plan_WhatItNamesIsUnfit_IsRefused(string fault, RolloutRequest request, PlanFindings world)
    {
        var rollout = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);

        Assert.Equal((Outcome.Refused, NextState.Failed), (rollout.Outcome, rollout.Decision.Next));
        Assert.Contains(fault, Assert.Single(rollout.Faults!), StringComparison.Ordinal);
        Assert.Contains(fault, rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AnAlarmInAlarmThatMayBe_IsDisregardedAndTold()
    {
        var request = Given.Request() with { Alarms = ["errors", "latency"], AllowAlarmsInAlarm = ["errors", "latency"] };
        var world = Given.World with { Alarms = [new("errors", AlarmState.Alarm, "5 > 1"), new("latency", AlarmState.Ok, null)] };

        var rollout = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);

        Assert.Equal(
            (Outcome.InProgress, "errors", "latency"),
            (rollout.Outcome, rollout.Internal.DisregardedAlarms?.Single(), rollout.WatchedAlarms.Single()));
        Assert.Contains(
            "1 alarm is checked every 15 s. Besides, and disregarded until they have been OK",
            rollout.Story[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AnAllowedAlarmThatIsGone_IsAFault()
    {
        var request = Given.Request() with { Alarms = ["errors"], AllowAlarmsInAlarm = ["errors"] };

        Assert.Contains(
            "does not exist",
            Assert.Single(PlanRollout.Plan(request, [], Given.World, Given.Execution, Given.Time).Faults!),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_SeveralFaults_AreToldInOneMessage()
    {
        var (request, faults) = Given.Read("""{ "functionName": "orders", "aliasName": "live", "steps": """
            + """[{ "weight": 0, "bakeSeconds": 1 }], "alarms": ["a", "b"] }""");

        var rollout = PlanRollout.Plan(request, faults, Given.World with { Alias = null }, Given.Execution, Given.Time);

        Assert.Equal(4, rollout.Faults!.Count);
        Assert.Contains("4 faults: (1) steps[0].weight is 0.", rollout.Reason, StringComparison.Ordinal);
        Assert.Contains("(4) The alarm \"b\" does not exist", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_NoInterval_IsStretchedUntilTheHistorySuffices()
    {
        var rollout = Given.Planned(Given.Step(10, 172_800), Given.Step(100, 0));

        Assert.Equal(85, rollout.Plan.CheckIntervalSeconds);
    }

    [Fact]
    public void Plan_MoreThanTheDocumentHolds_IsRefused()
    {
        // Each character of these names takes four bytes.
        var names = Enumerable.Range(0, 10).Select(i => i + string.Concat(Enumerable.Repeat("😀", 127))).ToList();
        var steps = Enumerable.Range(1, 100).Select(i => Given.Step(i, i < 100 ? 60 : 0)).ToArray();
        var world = Given.World with { Alarms = [.. names.Select(name => new AlarmReading(name, AlarmState.Ok, null))] };

        var rollout = PlanRollout.Plan(
            Given.Request(steps) with { Alarms = names, Description = new string('é', 256) },
            [],
            world,
            Given.Execution,
            Given.Time);

        Assert.Contains("and may have 32,768", Assert.Single(rollout.Faults!), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ManyLongFaults_StillFitACause()
    {
        var faults = Enumerable.Range(0, 300).Select(i => i + new string('"', 5_000)).ToList();

        var refused = PlanRollout.Plan(Given.Request(), faults, Given.World, Given.Execution, Given.Time);

        Assert.InRange(JsonSerializer.Serialize(refused, CanaryJson.Relaxed.Rollout).Length, 1, Limits.DocumentBytes);
    }
}
