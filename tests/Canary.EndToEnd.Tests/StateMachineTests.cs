using Canary.Rollouts;
using static Canary.EndToEnd.Tests.StateMachineFile;

namespace Canary.EndToEnd.Tests;

/// <summary>What the state machine's file and the code promise each other, and what every state must have.</summary>
public class StateMachineTests
{
    [Fact]
    public void EveryState_HasACommentForAnOperator() =>
        Assert.All(Everything, state => Assert.True(state.Value.GetProperty("Comment").GetString()!.Length > 20, state.Name));

    [Fact]
    public void EveryTask_EndsInTime()
    {
        Assert.All(Own, task => Assert.InRange(task.GetProperty("TimeoutSeconds").GetInt32(), 21, 60));
        Assert.All(
            Hooks,
            hook => Assert.Equal($"{PathOf(hook)}.timeoutSeconds", hook.Value.GetProperty("TimeoutSecondsPath").GetString()));
        Assert.Equal(Tasks.Count(), Own.Count() + Hooks.Count());
        Assert.InRange(Machine.GetProperty("TimeoutSeconds").GetInt32(), Limits.TotalBakeSeconds + 3_600, 31_536_000);
    }

    [Fact]
    public void EveryTaskThatMayHaveTouchedTheAlias_IsCaughtByRollback()
    {
        var elsewhere = Everything.Except(Hooks).Where(state => state.Value.TryGetProperty("Catch", out var catches)
            && catches.EnumerateArray().Any(rule => rule.GetProperty("Next").GetString() != "Rollback"))
            .Select(state => state.Name);

        Assert.Equal(["PlanRollout", "Rollback"], elsewhere);
        Assert.All(Tasks, task => Assert.Equal("States.ALL", Names(task.GetProperty("Catch").EnumerateArray().Last()).Single()));
    }

    [Fact]
    public void EveryHook_WhateverItAnswers_IsJudged() => Assert.All(Hooks, hook =>
    {
        // AWS's guide says that States.ALL leaves this one out.
        Assert.Equal("States.DataLimitExceeded", Names(hook.Value.GetProperty("Catch")[0]).Single());
        Assert.Equal(2, hook.Value.GetProperty("Catch").GetArrayLength());
        Assert.All(hook.Value.GetProperty("Catch").EnumerateArray(), rule => Assert.Equal(
            ("CheckHook", "$.error"),
            (rule.GetProperty("Next").GetString(), rule.GetProperty("ResultPath").GetString())));
        Assert.Equal("CheckHook", hook.Value.GetProperty("Next").GetString());
    });

    /// <summary>The other one's cause is the document, which begins with its reason.</summary>
    [Theory]
    [InlineData("PlanFailed")]
    [InlineData("RollbackFailed")]
    public void EveryFailureWithoutADocument_BeginsWithASentence(string state) =>
        Assert.Matches(@"^States\.Format\('[A-Z][^{]+ [^']+: \{\}', ", State(state).GetProperty("CausePath").GetString()!);

    [Fact]
    public void EveryDecision_NamesAState()
    {
        var decide = Machine.GetProperty("States").GetProperty("Decide");
        var leads = decide.GetProperty("Choices")
            .EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("StringEquals").GetString()!, rule => rule.GetProperty("Next").GetString());

        Assert.All(leads, rule => Assert.Equal(rule.Key, rule.Value));
        Assert.Equal(
            Enum.GetNames<NextState>().Order(),
            leads.Keys.Append(decide.GetProperty("Default").GetString()!).Order());
    }
}
