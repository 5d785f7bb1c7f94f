using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Canary.Functions.Tests.Fakes;

/// <summary>A bus behind its adapter, in memory.</summary>
internal sealed class FakeEventBridge()
    : AmazonEventBridgeClient(new AnonymousAWSCredentials(), new AmazonEventBridgeConfig { ServiceURL = "http://localhost" })
{
    public List<PutEventsRequest> Requests { get; } = [];

    /// <summary>Why the last entry of each call is not taken; null where it is.</summary>
    public string? Fault { get; set; }

    public override Task<PutEventsResponse> PutEventsAsync(
        PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        List<PutEventsResultEntry> entries = [.. request.Entries.Select(_ => new PutEventsResultEntry { EventId = "1" })];
        if (Fault is not null) entries[^1] = new() { ErrorCode = Fault, ErrorMessage = "not this one" };
        return Task.FromResult(
            new PutEventsResponse { Entries = entries, FailedEntryCount = entries.Count(entry => entry.ErrorCode is not null) });
    }
}
