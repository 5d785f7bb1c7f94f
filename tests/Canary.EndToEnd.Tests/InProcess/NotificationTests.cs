using System.Text.Json.Nodes;
using Canary.InProcess;
using Canary.Local.Clocks;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>What people hear by the stack's two topics: rules of EventBridge, and no code.</summary>
public sealed class NotificationTests : IAsyncDisposable
{
    private const string Topics = "arn:aws:sns:us-east-1:123456789012:";

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly InProcessCanary _canary;
    private readonly Listener _mail;
    private readonly Listener _chat;

    public NotificationTests()
    {
        _canary = InProcessCanary.Create(_clock, parameters: new Dictionary<string, string>
        {
            ["NotificationTopicArn"] = $"{Topics}mail",
            ["ChatTopicArn"] = $"{Topics}chat",
            ["Dashboard"] = "yes",
        });
        _canary.AddFunction("orders", "live");
        _canary.AddAlarm("orders");
        (_mail, _chat) = (Listener.ToTopic(_canary.Aws, "mail"), Listener.ToTopic(_canary.Aws, "chat"));
    }

    [Fact]
    public async Task Mail_OfARollout_TellsWhatWaitsAndHowItEndedWithWhatToType()
    {
        await RunAsync("""[{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 60 }]""");

        const string Console = "https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/"
            + "arn:aws:states:us-east-1:123456789012:execution:canary:release";
        var mails = _mail.Hear();
        Assert.Equal(2, mails.Count);
        Assert.Matches(
            "^\"orders:live: step 1 of 2 at 10 %: .* It waits until 2026-01-01T09:02:[0-9]{2}Z for a person to approve it\\.\"\n"
                + "\"What you can type: canary approve orders:live\"\n\"The execution: .*\"$",
            mails[0]);
        Assert.StartsWith(
            "\"Rolled back orders:live to version 1 (version 2 rejected): nobody approved", mails[1], StringComparison.Ordinal);
        Assert.EndsWith(
            $"\n\"What you can type: canary show release\"\n\"The execution: {Console}\"", mails[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_OfARollout_IsOneThreadOfMessagesThatChatApplicationsShow()
    {
        await RunAsync("""[{ "weight": 10, "bakeSeconds": 60 }]""");

        var messages = _chat.HearJson();
        Assert.Equal(
            ["orders:live: version 2 is released", "orders:live: 10 % to version 2", "orders:live: version 2 promoted"],
            messages.Select(one => (string?)one["content"]!["title"]));
        Assert.All(messages, one => Assert.Equal(("1.0", "custom", "client-markdown"), (
            (string?)one["version"], (string?)one["source"], (string?)one["content"]!["textType"])));
        Assert.Single(messages.Select(one => (string?)one["metadata"]!["threadId"]).Distinct());
        Assert.Equal("`canary undo orders:live`", (string?)messages[^1]["content"]!["nextSteps"]![0]);
    }

    /// <summary>Whatever a plan quotes goes through a template that escapes nothing.</summary>
    [Fact]
    public async Task Words_WithQuotesInThem_ReachThePeopleAsTheyAre()
    {
        await RunAsync("""[{ "weight": 10, "bakeSeconds": 60 }], "alarms": ["a \"b\" \\ c"]""");

        Assert.DoesNotContain('\\', Assert.Single(_mail.Hear()));
        var message = Assert.Single(_chat.HearJson());
        Assert.Contains("'a 'b' // c'", (string?)message["content"]!["description"], StringComparison.Ordinal);
        Assert.Equal("orders:live: not released", (string?)message["content"]!["title"]);
    }

    /// <summary>Another stack of the account has its own topics.</summary>
    [Fact]
    public void Rules_HearTheirOwnStateMachineAlone()
    {
        var entry = new JsonObject
        {
            ["Source"] = "canary",
            ["DetailType"] = "Canary Rollout Promoted",
            ["Detail"] = """{"execution":"arn:aws:states:us-east-1:123456789012:execution:canary2:release"}""",
        };
        _canary.Aws.Events.PutEvents([entry]);

        Assert.Empty(_mail.Hear());
        Assert.Empty(_chat.Hear());
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private async Task RunAsync(string steps)
    {
        var execution = _canary.Aws.StepFunctions.StartExecution(_canary.StateMachine, "release", $$"""
            { "functionName": "orders", "aliasName": "live", "analysis": false, "steps": {{steps}} }
            """).ExecutionArn;
        await _clock.RunUntilAsync(_canary.Aws.StepFunctions.WhenEndedAsync(execution));
    }
}
