using Canary.Local.Demo;
using Canary.Rollouts;
using static Canary.Local.Tests.Demo.Rollouts;

namespace Canary.Local.Tests.Demo;

public class DemoVerdictTests
{
    private static readonly RolloutResult Good = Result("SUCCEEDED", Promoted, new("1"), new("2"));
    private static readonly RolloutResult Bad = Result("FAILED", RolledBack, new("2"), new("2"));

    [Fact]
    public void Faults_PromotedAndRolledBack_None() => Assert.Empty(DemoVerdict.Faults(Good, Bad));

    [Fact]
    public void Faults_GoodVersionRolledBack_IsOne() =>
        Assert.StartsWith("The good version was not promoted", Assert.Single(DemoVerdict.Faults(Bad, Bad)), StringComparison.Ordinal);

    [Fact]
    public void Faults_NothingToDo_IsNoPromotion() =>
        Assert.Single(DemoVerdict.Faults(Result("SUCCEEDED", Promoted with { Outcome = Outcome.NothingToDo }, new("1"), new("1")), Bad));

    [Fact]
    public void Faults_PromotedButAWeightIsLeft_IsOne() =>
        Assert.Contains("10 % to version 1", Assert.Single(DemoVerdict.Faults(Result("SUCCEEDED", Promoted, new("1"), new("2", "1", 0.1)), Bad)), StringComparison.Ordinal);

    [Fact]
    public void Faults_BadVersionPromoted_IsTwo() =>
        Assert.Equal(2, DemoVerdict.Faults(Good, Result("SUCCEEDED", Promoted, new("2"), new("3"))).Count);

    [Fact]
    public void Faults_RolledBackButAWeightIsLeft_IsOne() =>
        Assert.Contains("10 % to version 3", Assert.Single(DemoVerdict.Faults(Good, Result("FAILED", RolledBack, new("2"), new("2", "3", 0.1)))), StringComparison.Ordinal);

    [Fact]
    public void Faults_FailedOtherwise_IsNoRollback() =>
        Assert.StartsWith("The bad version was not rolled back", Assert.Single(DemoVerdict.Faults(Good, Result("FAILED", RolledBack with { Outcome = Outcome.Refused }, new("2"), new("2")))), StringComparison.Ordinal);

    private static RolloutResult Result(string status, Rollout document, AliasState before, AliasState after) =>
        new("", View() with { Status = status, Document = document }, before, after, TimeSpan.Zero);
}
