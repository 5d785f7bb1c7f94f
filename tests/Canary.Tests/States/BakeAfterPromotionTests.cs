using System.Text.Json;
using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class BakeAfterPromotionTests
{
    private static readonly Step[] Steps =
        [Given.Step(10, 30), Given.Step(100, 0), Given.Step(100, 20) with { AfterPromotion = true }];

    [Fact]
    public void Promoted_ABakeFollows_WatchesOnWithTheAliasHeld()
    {
        var promoted = Promoted();

        Assert.Equal(
            (NextState.Bake, 15, 2),
            (promoted.Decision.Next, promoted.Decision.WaitSeconds, promoted.Internal.CurrentStep));
        Assert.Equal((Outcome.InProgress, Given.Time.AddSeconds(30)), (promoted.Outcome, promoted.Internal.PromotedAt));
        Assert.Equal(Given.Time.AddSeconds(30), promoted.Steps[1].EndedAt);
        Assert.Equal("live is at version 4, with all traffic, and is watched until 2026-01-01T00:00:50Z.", promoted.Reason);
    }

    [Fact]
    public void Checked_QuietUntilTheEnd_LetsGoAndSucceeds()
    {
        var first = CheckHealth.Checked(Promoted(), Given.Healthy, Given.Time.AddSeconds(45));
        var second = CheckHealth.Checked(first, Given.Healthy, Given.Time.AddSeconds(50));

        Assert.Equal((NextState.Bake, 5), (first.Decision.Next, first.Decision.WaitSeconds));
        Assert.Equal(
            (NextState.FreeAlias, 2, Given.Time.AddSeconds(50)),
            (second.Decision.Next, second.Steps[2].Checks, second.Steps[2].EndedAt));
        Assert.Equal(
            "Promoted orders:live to version 4, with all traffic (version 3 before). "
            + "After the promotion: 1 of 1 alarms OK; the bake is over.",
            second.Reason);
        Assert.Equal(new AliasWrite(new("4"), "orders, live"), FreeAlias.Wanted(second));
        Assert.Equal(Outcome.Promoted, FreeAlias.Freed(second, new(new("4"), "revision-5"), Given.Time.AddSeconds(50)).Outcome);
    }

    [Fact]
    public void Checked_ABreach_GivesTheStableVersionEverythingAndSaysThatItWasAfterThePromotion()
    {
        var bad = CheckHealth.Checked(Promoted(), Given.Unhealthy, Given.Time.AddSeconds(45));
        var move = Rollback.Choose(bad, new(new("4"), "revision-4", Hold.Of(Given.Execution)), true);
        var ended = Rollback.RolledBack(bad, move, new(new("3"), "revision-5"), Given.Time.AddSeconds(46));

        Assert.Equal((NextState.Rollback, RollbackMove.Restore, Outcome.RolledBack), (bad.Decision.Next, move, ended.Outcome));
        Assert.Equal(
            "Rolled back orders:live to version 3 (version 4 rejected): after the promotion: alarm errors is in ALARM: 5 > 1.",
            ended.Reason);
    }

    public static TheoryData<string, AliasState, string?, RollbackMove> Found() => new()
    {
        { "as this rollout left it", new("4"), Given.Execution, RollbackMove.Restore },
        { "reads as given back, but may lag", new("3"), Given.Execution, RollbackMove.Restore },
        { "a read that lags by the promotion", new("3", "4", 0.1), Given.Execution, RollbackMove.Restore },
        { "moved by others, the mark left", new("2"), Given.Execution, RollbackMove.LetGo },
        { "moved by others", new("2"), null, RollbackMove.LeaveToOthers },
        { "taken by another rollout", new("4"), Given.Other, RollbackMove.LeaveToOthers },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Choose_StoppedAfterThePromotion_TouchesOnlyItsOwn(
        string what, AliasState found, string? holder, RollbackMove move)
    {
        Assert.NotEmpty(what);
        var stopped = new StoppedExecution("ABORTED", "Bake", Promoted());

        Assert.True(stopped.IsDue);
        Assert.Equal(
            move,
            RestoreAlias.Choose(RestoreAlias.Caught(stopped), new(found, "any", holder is null ? "theirs" : Hold.Of(holder))));
    }

    [Fact]
    public void Serialize_OnlyTheBakeAfterThePromotion_IsMarked()
    {
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(Promoted(), CanaryJson.Relaxed.Rollout));

        var marks = document.RootElement.GetProperty("steps")
            .EnumerateArray()
            .Select(step => step.TryGetProperty("afterPromotion", out var mark) && mark.GetBoolean());
        Assert.Equal([false, false, true], marks);
    }

    private static Rollout Promoted()
    {
        var baked = CheckHealth.Checked(Given.Shifted(Steps), Given.Healthy, Given.Time.AddSeconds(15));
        baked = CheckHealth.Checked(baked, Given.Healthy, Given.Time.AddSeconds(30));
        Assert.Equal(NextState.Promote, baked.Decision.Next);
        return Promote.Promoted(baked, Given.Written(Promote.Wanted(baked), "revision-4"), Given.Time.AddSeconds(30));
    }
}
