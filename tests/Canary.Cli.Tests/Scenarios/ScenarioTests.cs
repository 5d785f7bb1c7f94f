using Canary.Aliases;
using Canary.Cli.Scenarios;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Scenarios;

/// <summary>Each verdict: what it lets pass, and what it does not.</summary>
public class ScenarioTests
{
    private static readonly AliasState One = new("1");
    private static readonly AliasState Two = new("2");
    private static readonly RolloutResult Good = Result("SUCCEEDED", Promoted, One, Two);

    [Theory]
    [InlineData(2.5)]
    [InlineData(10.0)]
    public void Stop_GivenBackSoon_IsAsItShouldBe(double seconds) =>
        Assert.Empty(StopScenario.Faults(Result("ABORTED", Shifted(0), One, One), 10, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Stop_GivenBackLate_IsAFault() =>
        AssertFault(
            "only after 10.5 s", StopScenario.Faults(Result("ABORTED", Shifted(0), One, One), 10, TimeSpan.FromSeconds(10.5)));

    [Fact]
    public void Stop_NeverGivenBack_IsAFault() => AssertFault(
        "at version 1, but is at version 1, and 10 % to version 2",
        StopScenario.Faults(Result("ABORTED", Shifted(0), One, new("1", "2", 0.1)), 10, null));

    [Fact]
    public void Stop_BeforeAnyShift_IsAFault() =>
        AssertFault("had no traffic", StopScenario.Faults(Result("ABORTED", Shifted(0), One, One), 0, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Stop_NeverStopped_IsAFault() =>
        Assert.Contains("was not stopped", StopScenario.Faults(Good, 10, null)[0], StringComparison.Ordinal);

    [Fact]
    public void Ended_AFirstDeployment_IsASuccess() =>
        Assert.Empty(Expect.Ended(Result("SUCCEEDED", Created, One, One), Outcome.Created));

    [Fact]
    public void Drift_TheirChangeStays_IsAsItShouldBe() =>
        Assert.Empty(DriftScenario.Faults(Ended(Outcome.AliasChanged, Two), "2"));

    [Fact]
    public void Drift_TheirChangeIsOverwritten_IsAFault() =>
        AssertFault("should be at version 2", DriftScenario.Faults(Ended(Outcome.AliasChanged, One), "2"));

    [Fact]
    public void Drift_NotNoticed_IsAFault() => AssertFault("should have ended as AliasChanged", DriftScenario.Faults(Good, "2"));

    [Fact]
    public void Crash_RetriedAndRolledBack_IsAsItShouldBe() => Assert.Empty(CrashScenario.Faults(Ended(Outcome.Failed, One), 5));

    [Fact]
    public void Crash_NotRetried_IsAFault() => AssertFault("called 1 times", CrashScenario.Faults(Ended(Outcome.Failed, One), 1));

    [Fact]
    public void Crash_AWeightIsLeft_IsAFault() =>
        AssertFault("10 % to version 2", CrashScenario.Faults(Ended(Outcome.Failed, new("1", "2", 0.1)), 5));

    [Fact]
    public void TwoAtOnce_OneNamesTheOther_IsAsItShouldBe() =>
        Assert.Empty(TwoAtOnceScenario.Faults(
            Refused(Outcome.RolloutInProgress, document => document with { HeldBy = Promoted.Execution }), Good));

    [Fact]
    public void TwoAtOnce_NobodyIsNamed_IsAFault() =>
        AssertFault("does not name", TwoAtOnceScenario.Faults(Refused(Outcome.RolloutInProgress, document => document), Good));

    [Fact]
    public void TwoAtOnce_BothPromoted_IsAFault() =>
        Assert.Contains(
            "should have ended as RolloutInProgress", TwoAtOnceScenario.Faults(Good, Good)[0], StringComparison.Ordinal);

    [Fact]
    public void Approval_WhoAndWhyAreTold_IsAsItShouldBe() =>
        Assert.Empty(ApprovalScenario.Faults(Approved("alice", "The greetings look right.")));

    [Theory]
    [InlineData("bob", "The greetings look right.")]
    [InlineData("alice", null)]
    public void Approval_WhoOrWhyIsMissing_IsAFault(string by, string? why) =>
        AssertFault("does not say who approved", ApprovalScenario.Faults(Approved(by, why)));

    [Fact]
    public void Approval_NobodyAsked_IsAFault() => AssertFault("does not say who approved", ApprovalScenario.Faults(Good));

    [Fact]
    public void AlreadyFiring_RefusedThenRecorded_IsAsItShouldBe() =>
        Assert.Empty(AlreadyFiringScenario.Faults(Firing("sample-live-errors is in ALARM."), Disregarding("sample-live-errors")));

    [Fact]
    public void AlreadyFiring_RefusedForAnotherReason_IsAFault() =>
        AssertFault(
            "does not name the alarm",
            AlreadyFiringScenario.Faults(Firing("There is no such function."), Disregarding("sample-live-errors")));

    [Fact]
    public void AlreadyFiring_NotRecorded_IsAFault() =>
        AssertFault("was disregarded", AlreadyFiringScenario.Faults(Firing("sample-live-errors is in ALARM."), Good));

    [Fact]
    public void SmallRegression_CaughtWhileTheAlarmIsOk_IsAsItShouldBe() =>
        Assert.Empty(SmallRegressionScenario.Faults(CaughtAfter("OK")));

    [Fact]
    public void SmallRegression_TheAlarmFired_IsAFault() =>
        AssertFault("The alarm fired", SmallRegressionScenario.Faults(CaughtAfter("OK", "ALARM", "OK")));

    [Fact]
    public void SmallRegression_RolledBackOtherwise_IsAFault() =>
        AssertFault("not the analysis", SmallRegressionScenario.Faults(Result("FAILED", RolledBack, One, One)));

    [Fact]
    public void SmallRegression_Promoted_IsAFault() =>
        Assert.Contains("should have ended as RolledBack", SmallRegressionScenario.Faults(Good)[0], StringComparison.Ordinal);

    [Fact]
    public void SharedOutage_PromotedInSpiteOfIt_IsAsItShouldBe() => Assert.Empty(SharedOutageScenario.Faults(Struck(Good)));

    [Fact]
    public void SharedOutage_TheCandidateIsBlamed_IsAFault() =>
        AssertFault("should have ended as Promoted", SharedOutageScenario.Faults(Struck(Result("FAILED", Caught, One, One))));

    [Fact]
    public void SharedOutage_OneVersionAlone_IsAFault() =>
        AssertFault("30 of 100 at version 1, 0 of 50 at version 2", SharedOutageScenario.Faults(Struck(Good, atCandidate: 0)));

    [Fact]
    public void SharedOutage_TheAlarmDidNotFire_IsAFault() =>
        AssertFault("did not fire", SharedOutageScenario.Faults(Struck(Good, "OK")));

    [Fact]
    public void SharedOutage_NothingCompared_IsAFault()
    {
        var struck = Struck(Good);

        AssertFault("never compared", SharedOutageScenario.Faults(struck with { View = struck.View with { Evidence = [] } }));
    }

    private static void AssertFault(string expected, IReadOnlyList<string> faults) =>
        Assert.Contains(expected, Assert.Single(faults), StringComparison.Ordinal);

    private static RolloutResult Ended(Outcome outcome, AliasState after) =>
        Result("FAILED", RolledBack with { Outcome = outcome }, One, after);

    private static RolloutResult CaughtAfter(params string[] alarm) => Watched(Result("FAILED", Caught, One, One), alarm);

    private static RolloutResult Struck(RolloutResult rollout, string alarm = "ALARM", int atCandidate = 15)
    {
        var watched = Watched(rollout, alarm);
        return watched with
        {
            View = watched.View.With(Served(("1", 100, 30), ("2", 50, atCandidate))) with { Evidence = [new(Start, -.1)] },
        };
    }

    private static RolloutResult Watched(RolloutResult rollout, params string[] alarm) =>
        rollout with { View = alarm.Aggregate(rollout.View, (view, state) => view.With([new AlarmLight("errors", state)])) };

    private static RolloutResult Refused(Outcome outcome, Func<Rollout, Rollout> change) =>
        Result("FAILED", change(Planned with
        {
            Outcome = outcome,
            Execution = "arn:aws:states:us-east-1:123456789012:execution:Canary:other",
        }), One, One);

    private static RolloutResult Firing(string reason) => Refused(Outcome.Refused, document => document with { Reason = reason });

    private static RolloutResult Disregarding(string alarm) => Result(
        "SUCCEEDED",
        Promoted with { Story = [new(Start, "PlanRollout", $"Besides, and disregarded until they have been OK: {alarm}.")] },
        One,
        Two);

    private static RolloutResult Approved(string by, string? why) => Result(
        "SUCCEEDED",
        Promoted with { Steps = [Promoted.Steps[0] with { Approval = new(true, by, Start, why) }, .. Promoted.Steps.Skip(1)] },
        One,
        Two);
}
