using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Canary.Errors;
using Canary.News;

namespace Canary.Functions.Aws;

/// <summary>Events on the account's default bus, at Amazon EventBridge.</summary>
internal sealed class EventBridgeNews(IAmazonEventBridge bus) : INews
{
    // As many as one call takes.
    private const int MostEntries = 10;

    public async Task SendAsync(IReadOnlyList<NewsItem> items)
    {
        foreach (var some in items.Chunk(MostEntries))
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

    private static PutEventsRequestEntry EntryOf(NewsItem item) => new()
    {
        Source = NewsNames.Source,
        DetailType = NewsNames.DetailType(item.Kind),
        Detail = JsonSerializer.Serialize(item, CanaryJson.Relaxed.NewsItem),
        Resources = [item.Execution],
    };
}
