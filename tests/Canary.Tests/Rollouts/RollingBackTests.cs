using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

public class RollingBackTests
{
    private static readonly Step[] Steps = [A.Step(10, 10), A.Step(50, 10), A.Step(100, 0)];

    public static TheoryData<string, Rollout, AliasState?, RollbackMove> Found()
    {
        var shifted = A.Shifted(Steps);
        var beforeSecond = Baking.Checked(shifted, A.Healthy, A.Time.AddSeconds(10));
        var beforePromote = shifted with { CurrentStep = 1, Decision = new(NextState.Promote, "") };
        return new()
        {
            { "never shifted", A.Planned(Steps), new("3"), RollbackMove.Nothing },
            { "never shifted, changed by others", A.Planned(Steps), new("2"), RollbackMove.LeaveToOthers },
            { "as this rollout left it", shifted, new("3", "4", 0.1), RollbackMove.Restore },
            { "given back already", shifted, new("3"), RollbackMove.Nothing },
            { "weight set by others", shifted, new("3", "4", 0.2), RollbackMove.LeaveToOthers },
            { "another candidate", shifted, new("3", "5", 0.1), RollbackMove.LeaveToOthers },
            { "another version", shifted, new("5"), RollbackMove.LeaveToOthers },
            { "promoted by others during a bake", shifted, new("4"), RollbackMove.LeaveToOthers },
            { "deleted", shifted, null, RollbackMove.LeaveToOthers },
            { "the next shift's answer was lost", beforeSecond, new("3", "4", 0.5), RollbackMove.Restore },
            { "the next shift never happened", beforeSecond, new("3", "4", 0.1), RollbackMove.Restore },
            { "the promotion's answer was lost", beforePromote, new("4"), RollbackMove.Restore },
        };
    }

    [Theory]
    [MemberData(nameof(Found))]
    public void Choose_WhatWasFound_TouchesOnlyItsOwn(string what, Rollout rollout, AliasState? found, RollbackMove move)
    {
        Assert.NotEmpty(what);
        Assert.Equal(move, RollingBack.Choose(rollout, found is null ? null : new(found, "any")));
    }

    [Theory]
    [InlineData("States.Timeout", RollbackMove.Restore)]
    [InlineData("AliasChanged", RollbackMove.Nothing)]
    [InlineData(null, RollbackMove.Nothing)]
    public void Choose_AWriteMayStillCome_FencesItOff(string? error, RollbackMove move)
    {
        var ready = A.Ready(Steps) with { Error = error is null ? null : new(error, "") };

        Assert.Equal(move, RollingBack.Choose(ready, new(new("3"), "any")));
    }

    [Theory]
    [InlineData(null, RollbackMove.Restore, Outcome.RolledBack)]
    [InlineData("States.Timeout", RollbackMove.Restore, Outcome.Failed)]
    [InlineData("States.Timeout", RollbackMove.Nothing, Outcome.Failed)]
    [InlineData("AliasChanged", RollbackMove.Nothing, Outcome.AliasChanged)]
    [InlineData("AliasChanged", RollbackMove.Restore, Outcome.Failed)]
    [InlineData("AliasChanged", RollbackMove.LeaveToOthers, Outcome.AliasChanged)]
    [InlineData(null, RollbackMove.LeaveToOthers, Outcome.AliasChanged)]
    public void RolledBack_ErrorAndMove_TellFailedFromRolledBack(string? error, RollbackMove move, Outcome outcome)
    {
        var rollout = A.Shifted(Steps) with { Error = error is null ? null : new(error, "why") };

        var ended = RollingBack.RolledBack(rollout, move, new(new("3"), "revision-9"), A.Time.AddSeconds(5));

        Assert.Equal((outcome, NextState.Failed), (ended.Outcome, ended.Decision.Next));
        Assert.Equal("Rollback", ended.Story[^1].State);
        Assert.Equal(A.Time.AddSeconds(5), ended.Steps[0].Until);
    }

    [Theory]
    [InlineData("""{"errorType":"AliasChanged","errorMessage":"somebody did","stackTrace":["at x"]}""", "somebody did")]
    [InlineData("""{"errorType":"AliasChanged"}""", """{"errorType":"AliasChanged"}""")]
    [InlineData("plain text", "plain text")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Message_OfACause_IsWhatAPersonReads(string? cause, string message) => Assert.Equal(message, new CaughtError("E", cause).Message());

    [Fact]
    public void Message_OfAHugeCause_IsCut() => Assert.Equal(Limits.ReasonLength, new CaughtError("E", new string('x', 32_768)).Message().Length);
}
