using Canary.Errors;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.News;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Aws;

/// <summary>The events that tell of a rollout.</summary>
public sealed class EventBridgeNewsTests : IDisposable
{
    private static readonly NewsItem Shifted = new()
    {
        Kind = NewsKind.Shifted,
        Id = "1",
        Number = 1,
        Title = "orders:live: 10 % to version 4",
        Text = "A text.",
        Command = "canary abort orders:live",
        Console = "https://console",
        Function = "orders",
        Alias = "live",
        StableVersion = "3",
        CandidateVersion = "4",
        Step = 1,
        Weight = 10,
        Outcome = Outcome.InProgress,
        Reason = "Step 1, and \"why\".",
        Execution = Stage.Execution,
        At = Stage.Time,
    };

    private readonly FakeEventBridge _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Send_News_IsAnEventThatARuleCanMatch()
    {
        await new EventBridgeNews(_aws).SendAsync([Shifted]);

        var entry = Assert.Single(Assert.Single(_aws.Requests).Entries);
        Assert.Equal(("canary", "Canary Rollout Shifted"), (entry.Source, entry.DetailType));
        Assert.Equal([Stage.Execution], entry.Resources);
        Assert.Equal(
            $$"""
            {"version":"1","id":"1","number":1,"title":"orders:live: 10 % to version 4","text":"A text.",
            "command":"canary abort orders:live","console":"https://console","function":"orders","alias":"live",
            "stableVersion":"3","candidateVersion":"4","step":1,"weight":10,"outcome":"InProgress",
            "reason":"Step 1, and \"why\".",
            "execution":"{{Stage.Execution}}","at":"2026-01-01T00:00:00.000Z"}
            """.ReplaceLineEndings(""),
            entry.Detail);
    }

    [Theory]
    [InlineData(NewsKind.ApprovalRequested, "Canary Rollout Approval Requested")]
    [InlineData(NewsKind.RolledBack, "Canary Rollout Rolled Back")]
    [InlineData(NewsKind.AliasRestored, "Canary Alias Restored")]
    public async Task Send_News_IsNamedInWords(NewsKind kind, string name)
    {
        await new EventBridgeNews(_aws).SendAsync([Shifted with { Kind = kind }]);

        Assert.Equal(name, Assert.Single(Assert.Single(_aws.Requests).Entries).DetailType);
    }

    [Fact]
    public async Task Send_MoreThanACallTakes_MakesSeveral()
    {
        await new EventBridgeNews(_aws).SendAsync([.. Enumerable.Repeat(Shifted, 23)]);

        Assert.Equal([10, 10, 3], _aws.Requests.Select(request => request.Entries.Count));
    }

    [Fact]
    public async Task Send_AnEntryThatTheBusDoesNotTake_IsAFault()
    {
        _aws.Fault = "ThrottlingException";

        var fault = await Assert.ThrowsAsync<CallFailed>(() => new EventBridgeNews(_aws).SendAsync([Shifted]));

        Assert.Equal("ThrottlingException: not this one", fault.Message);
    }
}
