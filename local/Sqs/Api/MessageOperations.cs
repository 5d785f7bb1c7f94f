using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sqs.Api;

/// <summary>The operations on single messages.</summary>
internal static class MessageOperations
{
    private static readonly string[] System =
    [
        "All", "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber",
        "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn",
    ];

    public static JsonObject SendMessage(SqsService service, Members members)
    {
        var url = SqsOperations.Required(members, "QueueUrl");
        return Send(service, url, members);
    }

    /// <summary>Sends what a request, or an entry of a batch, says.</summary>
    public static JsonObject Send(SqsService service, string url, Members members)
    {
        var body = SqsOperations.Required(members, "MessageBody");
        var (delay, attributes) = (members.Whole("DelaySeconds"), AttributeDocument.Read(members.Map("MessageAttributes")));
        members.RefuseOthers();
        var id = service.SendMessage(url, body, attributes, delay);
        var answer = new JsonObject { ["MessageId"] = id, ["MD5OfMessageBody"] = MessageAttributeValue.Digest(body) };
        if (attributes.Count > 0) answer["MD5OfMessageAttributes"] = MessageAttributeValue.Digest(attributes);
        return answer;
    }

    public static async Task<JsonObject> ReceiveAsync(SqsService service, Members members, CancellationToken given)
    {
        var url = SqsOperations.Required(members, "QueueUrl");
        var (most, hidden) = (members.Whole("MaxNumberOfMessages"), members.Whole("VisibilityTimeout"));
        var (wait, attributes) = (members.Whole("WaitTimeSeconds"), members.Texts("MessageAttributeNames") ?? []);
        var system = (members.Texts("AttributeNames") ?? []).Concat(members.Texts("MessageSystemAttributeNames") ?? []).ToList();
        members.RefuseOthers();
        if (system.Find(name => !System.Contains(name)) is { } unknown) throw SqsErrors.UnknownAttribute(unknown);
        var messages = await service.ReceiveMessagesAsync(url, most ?? 1, hidden, wait, given);
        return messages.Count == 0
            ? []
            : new JsonObject
            {
                ["Messages"] = new JsonArray(
                    [.. messages.Select(message => Write(service.Account, message, system, attributes))]),
            };
    }

    public static JsonObject DeleteMessage(SqsService service, Members members)
    {
        var (url, handle) = (SqsOperations.Required(members, "QueueUrl"), SqsOperations.Required(members, "ReceiptHandle"));
        members.RefuseOthers();
        service.DeleteMessage(url, handle);
        return [];
    }

    public static JsonObject ChangeMessageVisibility(SqsService service, Members members)
    {
        var (url, handle) = (SqsOperations.Required(members, "QueueUrl"), SqsOperations.Required(members, "ReceiptHandle"));
        var seconds = members.Whole("VisibilityTimeout") ?? throw SqsErrors.Missing("VisibilityTimeout");
        members.RefuseOthers();
        service.ChangeMessageVisibility(url, handle, seconds);
        return [];
    }

    private static JsonObject Write(AwsAccount account, ReceivedMessage message, List<string> system, IReadOnlyList<string> names)
    {
        var document = new JsonObject
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = MessageAttributeValue.Digest(message.Body),
            ["Body"] = message.Body,
        };
        var said = SystemAttributes(account, message).Where(one => system.Contains("All") || system.Contains(one.Key)).ToList();
        if (said.Count > 0)
            document["Attributes"] = new JsonObject(said.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        var own = message.Attributes.Where(one => names.Any(name => AttributeDocument.Matches(name, one.Key))).ToDictionary();
        if (own.Count == 0) return document;
        document["MD5OfMessageAttributes"] = MessageAttributeValue.Digest(own);
        document["MessageAttributes"] = AttributeDocument.Write(own);
        return document;
    }

    private static IEnumerable<KeyValuePair<string, string>> SystemAttributes(AwsAccount account, ReceivedMessage message) =>
    [
        KeyValuePair.Create("SenderId", account.Id),
        KeyValuePair.Create("ApproximateFirstReceiveTimestamp", Millis(message.FirstReceived)),
        KeyValuePair.Create("ApproximateReceiveCount", message.Receives.ToString(CultureInfo.InvariantCulture)),
        KeyValuePair.Create("SentTimestamp", Millis(message.Sent)),
    ];

    private static string Millis(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
