using System.Text.Json;
using Canary.Alarms;
using Canary.Aliases;
using Canary.Approvals;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

/// <summary>What speaks for one alarm, or for one person, speaks for no other.</summary>
public class EdgesTests
{
    [Fact]
    public void Seen_AnotherAlarmIsOk_TheDisregardedOneStaysSo()
    {
        var rollout = A.Shifted() with { DisregardedAlarms = ["errors"] };

        var seen = WatchedAlarms.Seen(rollout, [new("errors", AlarmState.Alarm, "why"), new("latency", AlarmState.Ok, null)], A.Time);

        Assert.Equal(["errors"], seen.DisregardedAlarms);
        Assert.Null(WatchedAlarms.Seen(rollout, [new("errors", AlarmState.Ok, null)], A.Time).DisregardedAlarms);
    }

    [Fact]
    public void Created_AHookComesAfterTheTraffic_IsNotPassedOver()
    {
        var ready = A.Ready(A.Step(100, 0)) with { StableVersion = null, Hooks = new(null, new("check", 60, false)) };

        var created = CreateAlias.Created(ready, new(new("4"), "revision-5", Hold.Of(A.Execution)), A.Time);

        Assert.Equal(NextState.AfterAllowTraffic, created.Decision.Next);
    }

    [Fact]
    public void Released_NothingWasPromoted_IsNothingToDo()
    {
        var alias = new Alias(new("3"), "revision-6", "orders, live");

        Assert.Equal(Outcome.NothingToDo, FreeAlias.Released(A.Held(A.Step(100, 0)), alias, A.Time).Outcome);
        Assert.Equal(Outcome.Promoted, FreeAlias.Released(A.Held(A.Step(100, 0)) with { PromotedAt = A.Time }, alias, A.Time).Outcome);
    }

    [Theory]
    [InlineData("""{ "approved": true, "by": "alice" }""", true)]
    [InlineData("""{ "approved": true, "by": "alice", "by": "bob" }""", false)]
    [InlineData("""{ "approved": true, "approved": false }""", false)]
    [InlineData("""{ "approved": true, "reason": 7 }""", false)]
    public void Approval_AnAnswerThatSaysAWordTwice_IsNone(string json, bool approved) =>
        Assert.Equal(approved, ApprovalAnswer.Of(JsonSerializer.Deserialize<JsonElement>(json)).Approved);
}
