using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Lambda.EventSources;

/// <summary>A batch of messages as a function gets it, and what its answer says about each.</summary>
internal static class QueueEvent
{
    public static byte[] Of(IEnumerable<ReceivedMessage> batch, string queue, string region, string account) =>
        Encoding.UTF8.GetBytes(JsonText.Write(new JsonObject
        {
            ["Records"] = new JsonArray([.. batch.Select(message => Record(message, queue, region, account))]),
        }));

    /// <summary>The messages to delete. None if the function failed, or answered what it must not.</summary>
    public static IEnumerable<ReceivedMessage> Done(
        InvocationResult result, IReadOnlyList<ReceivedMessage> batch, bool reportsItems)
    {
        if (result.FunctionError is not null) return [];
        if (!reportsItems) return batch;
        if (Failures(result.Payload) is not { } failures || failures.Any(id => batch.All(message => message.Id != id))) return [];
        return batch.Where(message => !failures.Contains(message.Id));
    }

    /// <summary>The ids; empty for an answer without any, null for one that is none.</summary>
    private static List<string?>? Failures(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetString(payload.Span)) switch
            {
                null => [],
                JsonObject answer => answer["batchItemFailures"] switch
                {
                    null => [],
                    JsonArray items => [.. items.Select(item => (item as JsonObject)?["itemIdentifier"]?.AsString())],
                    _ => null,
                },
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Record(ReceivedMessage message, string queue, string region, string account) => new()
    {
        ["messageId"] = message.Id,
        ["receiptHandle"] = message.ReceiptHandle,
        ["body"] = message.Body,
        ["attributes"] = new JsonObject
        {
            ["ApproximateReceiveCount"] = message.Receives.ToString(CultureInfo.InvariantCulture),
            ["SentTimestamp"] = Millis(message.Sent),
            ["SenderId"] = account,
            ["ApproximateFirstReceiveTimestamp"] = Millis(message.FirstReceived),
        },
        ["messageAttributes"] = new JsonObject(
            message.Attributes.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Attribute(one.Value)))),
        ["md5OfBody"] = MessageAttributeValue.Digest(message.Body),
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = queue,
        ["awsRegion"] = region,
    };

    private static JsonObject Attribute(MessageAttributeValue attribute)
    {
        var document = new JsonObject();
        if (attribute.Bytes is { } bytes) document["binaryValue"] = Convert.ToBase64String(bytes);
        else document["stringValue"] = attribute.Text;
        document["stringListValues"] = new JsonArray();
        document["binaryListValues"] = new JsonArray();
        document["dataType"] = attribute.DataType;
        return document;
    }

    private static string Millis(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
