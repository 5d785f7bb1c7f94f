using Canary.Cli.Scenarios;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Scenarios;

public class DemoVerdictTests
{
    private static readonly RolloutResult Good = Result("SUCCEEDED", Promoted, new("1"), new("2"));
    private static readonly RolloutResult Bad = Result("FAILED", Caught, new("2"), new("2"));

    [Fact]
    public void Faults_PromotedAndRolledBack_None() => Assert.Empty(DemoVerdict.Faults(Good, Bad));

    [Fact]
    public void Faults_GoodVersionRolledBack_IsOne() =>
        AssertOnlyFault("The good version was not promoted", Bad, Bad);

    [Fact]
    public void Faults_NothingToDo_IsNoPromotion() =>
        Assert.Single(
            DemoVerdict.Faults(Result("SUCCEEDED", Promoted with { Outcome = Outcome.NothingToDo }, new("1"), new("1")), Bad));

    [Fact]
    public void Faults_PromotedButAWeightIsLeft_IsOne() =>
        AssertOnlyFault("10 % to version 1", Result("SUCCEEDED", Promoted, new("1"), new("2", "1", 0.1)), Bad);

    [Fact]
    public void Faults_BadVersionPromoted_IsTwo() =>
        Assert.Equal(2, DemoVerdict.Faults(Good, Result("SUCCEEDED", Promoted, new("2"), new("3"))).Count);

    [Fact]
    public void Faults_RolledBackButAWeightIsLeft_IsOne() =>
        AssertOnlyFault("10 % to version 3", Good, Result("FAILED", Caught, new("2"), new("2", "3", 0.1)));

    [Fact]
    public void Faults_RolledBackByTheAlarm_IsOne() =>
        AssertOnlyFault(
            "not by the analysis",
            Good,
            Result("FAILED", Caught with { Reason = "alarm errors is in ALARM." }, new("2"), new("2")));

    [Fact]
    public void Faults_FailedOtherwise_IsNoRollback() =>
        AssertOnlyFault(
            "The bad version was not rolled back",
            Good,
            Result("FAILED", RolledBack with { Outcome = Outcome.Refused }, new("2"), new("2")));

    private static void AssertOnlyFault(string expected, RolloutResult good, RolloutResult bad) =>
        Assert.Contains(expected, Assert.Single(DemoVerdict.Faults(good, bad)), StringComparison.Ordinal);
}
