using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Aws;

/// <summary>The event of an alias that was given back.</summary>
public sealed class EventBridgeRestoredEventsTests : IDisposable
{
    private static readonly AliasRestored Restored = new(
        Stage.Execution, "orders", "live", "ABORTED", "Operator", null, "3", "4", Outcome.Failed, 0, "Stopped, and \"back\".");

    private readonly FakeEventBridge _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Send_AnAlias_IsAnEventThatARuleCanMatch()
    {
        await new EventBridgeRestoredEvents(_aws).SendAsync([Restored]);

        var entry = Assert.Single(Assert.Single(_aws.Requests).Entries);
        Assert.Equal(("canary", "Canary Alias Restored"), (entry.Source, entry.DetailType));
        Assert.Equal(
            $$"""
            {"execution":"{{Stage.Execution}}","function":"orders","alias":"live","status":"ABORTED","error":"Operator",
            "stableVersion":"3","candidateVersion":"4","outcome":"Failed","finalWeightPercent":0,
            "reason":"Stopped, and \"back\"."}
            """.ReplaceLineEndings(""),
            entry.Detail);
    }

    [Fact]
    public async Task Send_MoreThanACallTakes_MakesSeveral()
    {
        await new EventBridgeRestoredEvents(_aws).SendAsync([.. Enumerable.Repeat(Restored, 23)]);

        Assert.Equal([10, 10, 3], _aws.Requests.Select(request => request.Entries.Count));
    }

    [Fact]
    public async Task Send_AnEntryThatTheBusDoesNotTake_IsAFault()
    {
        _aws.Fault = "ThrottlingException";

        var fault = await Assert.ThrowsAsync<CallFailed>(() => new EventBridgeRestoredEvents(_aws).SendAsync([Restored]));

        Assert.Equal("ThrottlingException: not this one", fault.Message);
    }
}
