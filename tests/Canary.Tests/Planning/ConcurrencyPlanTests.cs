using Canary.Errors;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class ConcurrencyPlanTests
{
    private static readonly ProvisionedConcurrency Live = new("live", 5, "READY", null);

    private static Rollout Plan(
        int? wanted,
        int? reserved,
        string? target,
        string config,
        params ProvisionedConcurrency[] provisioned) => PlanRollout.Plan(
        Given.Request([.. DeploymentConfig.Find(config)!]) with
        {
            Alarms = ["errors"],
            ProvisionedConcurrency = wanted,
            TargetVersion = target,
        },
        [],
        Given.World with
        {
            Latest = Given.World.Latest! with { Reserved = reserved },
            Alarms = [new("errors", AlarmState.Ok, null)],
            Provisioned = provisioned,
        },
        Given.Execution,
        Given.Time);

    private static Rollout Plan(
        int? wanted = null, int? reserved = null, string? target = null, params ProvisionedConcurrency[] provisioned) =>
        Plan(wanted, reserved, target, "Canary10Percent5Minutes", provisioned);

    [Fact]
    public void Plan_NoneIsConfigured_KnowsNothingOfIt()
    {
        var rollout = Plan();

        Assert.Equal((null, null), (rollout.Plan.ProvisionedConcurrency, rollout.Warnings));
    }

    [Theory]
    [InlineData("IN_PROGRESS", "of live is IN_PROGRESS. Wait until it is READY")]
    [InlineData("FAILED", "of live is FAILED (why). Configure it anew or delete it.")]
    public void Plan_TheAliassIsNotReady_IsRefused(string status, string fault) =>
        Assert.Contains(
            fault,
            Assert.Single(Plan(provisioned: Live with { Status = status, StatusReason = "why" }).Faults!),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(7, null, "provisionedConcurrency is 7, but the alias live has no provisioned concurrency")]
    [InlineData(4, 5, "provisionedConcurrency is 4, but the alias live has 5 already")]
    [InlineData(11, 5, "provisionedConcurrency is 11, but the function's reserved concurrency is 10")]
    public void Plan_AnUnfitRaise_IsRefused(int wanted, int? own, string fault)
    {
        ProvisionedConcurrency[] provisioned = own is { } count ? [Live with { Requested = count }] : [];

        Assert.Contains(fault, Assert.Single(Plan(wanted, 10, provisioned: provisioned).Faults!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void Plan_ARaiseBesideTheOthers_FitsIntoWhatIsReserved(int reserved, bool fits)
    {
        var faults = Plan(8, reserved, provisioned: [Live, Live with { Qualifier = "blue", Requested = 2 }]).Faults;

        if (fits) Assert.Null(faults);
        else Assert.Contains(
            "provisionedConcurrency is 8, beside 2 for others, but the function's reserved concurrency is 9.",
            Assert.Single(faults!),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AsMuchAsThereIs_IsNoFault() => Assert.Null(Plan(5, provisioned: Live).Faults);

    [Fact]
    public void Plan_OnlyAnotherAliasHasIt_TheOwnHasNone() =>
        Assert.Null(Plan(provisioned: Live with { Qualifier = "blue" }).Plan.ProvisionedConcurrency);

    [Fact]
    public void Plan_TheTargetHasItsOwnBesideTheAliass_IsRefused() =>
        Assert.Contains(
            "Version 4 and the alias live both have provisioned",
            Assert.Single(Plan(target: "4", provisioned: [Live, Live with { Qualifier = "4" }]).Faults!),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("4", true)]
    [InlineData("5", false)]
    public void Plan_TheTargetIsProvisionedForAnotherAlias_IsRefusedAndNamesIt(string version, bool refused)
    {
        var faults = Plan(target: "4", provisioned: [Live, Live with { Qualifier = "blue", AliasVersion = version }]).Faults;

        if (!refused) Assert.Null(faults);
        else Assert.StartsWith(
            "Version 4 is provisioned for the alias \"blue\", and the alias live has provisioned concurrency too.",
            Assert.Single(faults!),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TheTargetIsProvisionedForAnotherAliasAndTheOwnAliasIsNot_IsNoFault() =>
        Assert.Null(Plan(target: "4", provisioned: Live with { Qualifier = "blue", AliasVersion = "4" }).Faults);

    [Theory]
    [InlineData("blue", "Version 4 is provisioned for the alias \"blue\"")]
    [InlineData("4", "Version 4 and the alias live both have provisioned concurrency.")]
    public void Published_NothingHasChangedSinceAVersionThatIsProvisionedElsewhere_IsRefusedBeforeAnyTraffic(
        string taker, string fault)
    {
        var planned = Plan(provisioned: [Live, Live with { Qualifier = taker, AliasVersion = "4" }]);

        var refusal = Assert.Throws<VersionFailed>(
            () => PublishVersion.Published(planned, new("4", "hash", "Active", "Successful", null), Given.Time));

        Assert.StartsWith(fault, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "5",
            PublishVersion.Published(planned, new("5", "hash", "Active", "Successful", null), Given.Time).CandidateVersion);
    }

    [Fact]
    public void Plan_TheTargetIsLiveAlready_AsksNothingOfIt() =>
        Assert.Equal(Outcome.NothingToDo, Plan(target: "3", provisioned: Live with { Status = "FAILED" }).Outcome);

    [Fact]
    public void Plan_BothVersionsShareTheAliass_IsWarnedOf()
    {
        var rollout = Plan(provisioned: Live);

        Assert.Equal(new ProvisionedPlan(5, null), rollout.Plan.ProvisionedConcurrency);
        Assert.Collection(rollout.Warnings!,
            warning => Assert.Contains("after the promotion Lambda itself keeps all traffic", warning, StringComparison.Ordinal),
            warning => Assert.Contains("share the 5 provisioned environments of live", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_RaisedForTheRollout_OnlyTheOwnShiftIsWarnedOf()
    {
        var rollout = Plan(8, provisioned: Live);

        Assert.Equal(new ProvisionedPlan(5, 8), rollout.Plan.ProvisionedConcurrency);
        Assert.Single(rollout.Warnings!);
    }

    [Fact]
    public void Plan_ARaiseThatNothingNeeds_IsWarnedOf() =>
        Assert.Contains(
            "no step shares traffic: nothing is raised",
            Plan(8, null, null, "AllAtOnce", Live).Warnings![1],
            StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("4", 0)]
    public void Plan_OnlyTheStableVersionIsProvisioned_IsWarnedOf(string? target, int warnings) =>
        Assert.Equal(
            warnings,
            Plan(target: target, provisioned: [Live with { Qualifier = "3" }, Live with { Qualifier = "4" }]).Warnings?.Count
            ?? 0);

    [Theory]
    [InlineData(0, "is 0: Lambda throttles every invocation")]
    [InlineData(5, "reserved concurrency, 5, is all provisioned")]
    public void Plan_NothingReservedIsLeft_IsWarnedOf(int reserved, string text) =>
        Assert.Contains(text, Plan(reserved: reserved, provisioned: Live).Warnings![0], StringComparison.Ordinal);

    [Theory]
    [InlineData(5, null, "is all provisioned, and none of it for the new version: Lambda throttles its whole share.")]
    [InlineData(5, "4", "is all provisioned: Lambda throttles whatever goes beyond it.")]
    [InlineData(9, null, "reserved concurrency, 9, 4 are left to the new version, where version 3 has 5 of its own")]
    public void Plan_TheLiveVersionHasMostOfWhatIsReserved_IsWarnedOf(int reserved, string? target, string text)
    {
        ProvisionedConcurrency[] provisioned = target is null
            ? [Live with { Qualifier = "3" }]
            : [Live with { Qualifier = "3", Requested = 3 }, Live with { Qualifier = target, Requested = 2 }];

        var plan = Plan(reserved: reserved, target: target, provisioned: provisioned);

        Assert.Contains(text, plan.Warnings![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(null)]
    public void Plan_AsMuchIsLeftAsTheLiveVersionHas_OnlyItsColdStartsAreWarnedOf(int? reserved) =>
        Assert.Contains(
            "expect cold starts",
            Assert.Single(Plan(reserved: reserved, provisioned: Live with { Qualifier = "3" }).Warnings!),
            StringComparison.Ordinal);
}
