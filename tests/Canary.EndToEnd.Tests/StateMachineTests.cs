using System.Text.Json;
using Canary.Local.Deploy;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>What the state machine's file and the code promise each other, and what every state must have.</summary>
public class StateMachineTests
{
    private static readonly JsonElement Machine =
        JsonDocument.Parse(SourceTree.Find(AppContext.BaseDirectory).Read("statemachines/canary.asl.json")).RootElement;

    private static IEnumerable<JsonProperty> Everything => Machine.GetProperty("States").EnumerateObject();

    private static IEnumerable<JsonElement> Tasks => Everything.Select(state => state.Value).Where(state => state.GetProperty("Type").ValueEquals("Task"));

    [Fact]
    public void EveryState_HasACommentForAnOperator() => Assert.All(Everything, state => Assert.True(state.Value.GetProperty("Comment").GetString()!.Length > 20, state.Name));

    [Fact]
    public void EveryTask_EndsInTime()
    {
        Assert.All(Tasks, task => Assert.InRange(task.GetProperty("TimeoutSeconds").GetInt32(), 21, 60));
        Assert.InRange(Machine.GetProperty("TimeoutSeconds").GetInt32(), Limits.TotalBakeSeconds + 3_600, 31_536_000);
    }

    [Fact]
    public void EveryTask_RetriesAnythingWithFullJitterAndABound() => Assert.All(Tasks, task =>
    {
        var last = task.GetProperty("Retry").EnumerateArray().Last();
        Assert.Equal("States.ALL", Assert.Single(Names(last)));
        Assert.Equal("FULL", last.GetProperty("JitterStrategy").GetString());
        Assert.InRange(last.GetProperty("BackoffRate").GetDouble(), 1.5, 3);
        Assert.InRange(last.GetProperty("MaxDelaySeconds").GetInt32(), 5, 60);
        Assert.InRange(last.GetProperty("MaxAttempts").GetInt32(), 3, 20);
    });

    [Fact]
    public void EveryTaskThatMayHaveTouchedTheAlias_IsCaughtByRollback()
    {
        var elsewhere = Everything.Where(state => state.Value.TryGetProperty("Catch", out var catches)
            && Assert.Single(catches.EnumerateArray()).GetProperty("Next").GetString() != "Rollback").Select(state => state.Name);

        Assert.Equal(["PlanRollout", "Rollback"], elsewhere);
        Assert.All(Tasks, task => Assert.Equal("States.ALL", Names(task.GetProperty("Catch")[0]).Single()));
    }

    [Fact]
    public void EveryErrorByName_IsAnExceptionOfTheDomain()
    {
        var named = Tasks.SelectMany(task => task.GetProperty("Retry").EnumerateArray()).SelectMany(Names).Where(name => !name.StartsWith("States.", StringComparison.Ordinal));

        Assert.All(named.Distinct(), name => Assert.Equal(typeof(Exception), typeof(AliasChanged).Assembly.GetType($"Canary.Rollouts.{name}")?.BaseType));
    }

    [Fact]
    public void EveryDecision_NamesAState()
    {
        var decide = Machine.GetProperty("States").GetProperty("Decide");
        var leads = decide.GetProperty("Choices").EnumerateArray().ToDictionary(rule => rule.GetProperty("StringEquals").GetString()!, rule => rule.GetProperty("Next").GetString());

        Assert.All(leads, rule => Assert.Equal(rule.Key, rule.Value));
        Assert.Equal(Enum.GetNames<NextState>().Order(), leads.Keys.Append(decide.GetProperty("Default").GetString()!).Order());
    }

    [Fact]
    public void TheRetries_LeaveRoomInTheHistory()
    {
        // Each retry costs three events. The budget reckons those of the checks separately.
        var most = Tasks.Sum(task => task.GetProperty("Retry").EnumerateArray().Sum(retry => retry.GetProperty("MaxAttempts").GetInt32() * 3));

        Assert.InRange(most, 1, 1_000);
    }

    private static IEnumerable<string> Names(JsonElement rule) => rule.GetProperty("ErrorEquals").EnumerateArray().Select(name => name.GetString()!);
}
