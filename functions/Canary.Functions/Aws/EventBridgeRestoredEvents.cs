using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Canary.Errors;
using Canary.Executions;

namespace Canary.Functions.Aws;

/// <summary>Events on the account's default bus, at Amazon EventBridge.</summary>
internal sealed class EventBridgeRestoredEvents(IAmazonEventBridge bus) : IRestoredEvents
{
    // As many as one call takes.
    private const int MostEntries = 10;

    public async Task SendAsync(IReadOnlyList<AliasRestored> restored)
    {
        foreach (var some in restored.Chunk(MostEntries))
        {
            var request = new PutEventsRequest { Entries = [.. some.Select(EntryOf)] };
            var answer = await AwsCall.MakeAsync(() => bus.PutEventsAsync(request));
            if (answer.FailedEntryCount > 0)
            {
                var fault = answer.Entries.First(entry => entry.ErrorCode is not null);
                throw new CallFailed($"{fault.ErrorCode}: {fault.ErrorMessage}");
            }
        }
    }

    private static PutEventsRequestEntry EntryOf(AliasRestored restored) => new()
    {
        Source = "canary",
        DetailType = "Canary Alias Restored",
        Detail = JsonSerializer.Serialize(restored, CanaryJson.Relaxed.AliasRestored),
    };
}
