using System.Text.Json;
using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

/// <summary>The sentence that everyone reads first.</summary>
public class EndingTests
{
    private const string Other = "arn:aws:states:us-east-1:123456789012:execution:canary:other";
    private const string Changed = "Somebody else changed the alias live during the rollout: "
        + "it is at version 5, where this rollout wanted version 3, and 10 % to version 4.";

    private static readonly Step[] Steps = [Given.Step(10, 60), Given.Step(100, 0)];

    public static TheoryData<string?, RollbackMove, string, string?, string> Ends { get; } = new()
    {
        { null, RollbackMove.Restore, "3", null, "Rolled back orders:live to version 3 (version 4 rejected): "
            + "step 1 of 2 at 10 %: alarm errors is in ALARM: 5 > 1." },
        {
            "AccessDenied: User: x is not authorized", RollbackMove.Restore, "3", null,
            "Failed, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: "
            + "AccessDenied: User: x is not authorized"
        },
        {
            "ABORTED: The execution ended in the state Bake.", RollbackMove.Restore, "3", null,
            "Stopped, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: "
            + "the execution ended in the state Bake."
        },
        {
            "TIMED_OUT: The execution ended in the state Bake.", RollbackMove.Restore, "3", null,
            "Timed out, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: "
            + "the execution ended in the state Bake."
        },
        {
            $"AliasChanged: {Changed}", RollbackMove.LeaveToOthers, "5", null,
            "Gave way, and left orders:live as it is (version 4 given up, version 3 before): "
            + "somebody else changed the alias live during the rollout: "
            + "it is at version 5, where this rollout wanted version 3, and 10 % to version 4."
        },
        {
            $"AliasChanged: {Changed}", RollbackMove.LeaveToOthers, "6", null,
            "Gave way, and left orders:live as it is (version 4 given up, version 3 before): "
            + "somebody else changed the alias live during the rollout: "
            + "it is at version 5, where this rollout wanted version 3, and 10 % to version 4. By now it is at version 6."
        },
        {
            null, RollbackMove.LeaveToOthers, "5", null,
            "Gave way, and left orders:live as it is (version 4 given up, version 3 before): "
            + "somebody else changed it, and it is at version 5. "
            + "It was on its way back: step 1 of 2 at 10 %: alarm errors is in ALARM: 5 > 1."
        },
        {
            "AliasChanged: Somebody else changed the description.", RollbackMove.Restore, "3", null,
            "Gave way, and rolled back orders:live to version 3 (version 4 given up): somebody else changed the description."
        },
        {
            $"RolloutInProgress: The alias live is held by the rollout {Other}.", RollbackMove.LeaveToOthers, "3", Other,
            $"Gave way, and left orders:live to the rollout {Other}, which holds it (version 4 given up, version 3 before)."
        },
        {
            $"RolloutInProgress: The alias live is held by the rollout {Other}.", RollbackMove.Nothing, "3", null,
            "Gave way, and left orders:live as it is (version 4 given up, version 3 before): "
            + $"the alias live is held by the rollout {Other}."
        },
        {
            $"RolloutInProgress: The alias live is held by the rollout {Other}.", RollbackMove.Restore, "3", Other,
            "Gave way, and rolled back orders:live to version 3 (version 4 given up): "
            + $"the alias live is held by the rollout {Other}."
        },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void RolledBack_HoweverItEnded_BeginsWithTheOutcomeTheAliasAndBothVersions(
        string? error, RollbackMove move, string version, string? holder, string reason)
    {
        var unhealthy = CheckHealth.Checked(Given.Shifted(Steps), Given.Unhealthy, Given.Time.AddSeconds(15));
        var parts = error?.Split(": ", 2);
        var rollout = unhealthy with
        {
            Error = parts is null
                ? null
                : new(parts[0], JsonSerializer.Serialize(new Dictionary<string, string> { ["errorMessage"] = parts[1] })),
        };

        var ended = Rollback.RolledBack(rollout, move, new(new(version), "r", holder is null ? "" : Hold.Of(holder)), Given.Time);

        Assert.Equal((reason, reason), (ended.Reason, ended.Story[^1].Text));
        Assert.DoesNotContain(
            "left.", JsonSerializer.Serialize(ended with { Story = [] }, CanaryJson.Relaxed.Rollout), StringComparison.Ordinal);
    }

    /// <summary>
    /// It is still seen in the console, and in what a Stop leaves behind: no sentence is untrue a minute later.
    /// </summary>
    [Fact]
    public void Checked_DuringTheBake_SaysWhenItEndsAndNotHowMuchIsLeft()
    {
        var baking = CheckHealth.Checked(Given.Shifted(Steps), Given.Healthy, Given.Time.AddSeconds(15));

        Assert.Equal("Step 1 of 2 at 10 %: 1 of 1 alarms OK; it bakes until 2026-01-01T00:01:00Z.", baking.Reason);
    }

    [Fact]
    public void Plan_TheAliasIsHeld_SaysSoAndBlamesNoInput()
    {
        var world = Given.World with { Alias = new(new("3"), "r", Hold.Of(Other)), Hold = new(Other, HoldState.Runs, "RUNNING") };

        var refused = PlanRollout.Plan(Given.Request() with { TargetVersion = "4" }, [], world, Given.Execution, Given.Time);

        Assert.StartsWith(
            "Not begun: orders:live stays at version 3, version 4 is not released, and nothing was touched. The alias",
            refused.Reason,
            StringComparison.Ordinal);
        Assert.Equal("Not begun, since another rollout holds the alias.", refused.Story[^1].Text);
        Assert.DoesNotContain(
            "cannot be used", JsonSerializer.Serialize(refused, CanaryJson.Relaxed.Rollout), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AnUnfitAlias_SaysFirstWhatBecameOfIt()
    {
        var refused = PlanRollout.Plan(Given.Request() with { Alarms = ["x"] }, [], Given.World, Given.Execution, Given.Time);

        Assert.StartsWith(
            "Refused: orders:live stays at version 3, a new version is not released, and nothing was touched. The alarm",
            refused.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Document_OfAnyRollout_BeginsWithItsReason() =>
        Assert.StartsWith(
            "{\"reason\":", JsonSerializer.Serialize(Given.Planned(), CanaryJson.Relaxed.Rollout), StringComparison.Ordinal);
}
