using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Sqs.Model;

namespace Canary.Local.Sns.Model;

/// <summary>
/// One published message, in the documents in which SNS hands it on. There is nobody to verify a signature, so it is none.
/// </summary>
/// <param name="Id">SNS's id of the message.</param>
/// <param name="Message">What was published.</param>
/// <param name="Subject">Null for none.</param>
/// <param name="Attributes">What the publisher said besides.</param>
/// <param name="Moment">When.</param>
internal sealed record Notification(
    string Id,
    string Message,
    string? Subject,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    DateTimeOffset Moment)
{
    private const string NoSignature = "EXAMPLE";

    private string Timestamp => Moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>For a queue.</summary>
    public JsonObject ForQueue(Subscription subscription, string region)
    {
        var document = new JsonObject { ["Type"] = "Notification", ["MessageId"] = Id, ["TopicArn"] = subscription.TopicArn };
        if (Subject is not null) document[nameof(Subject)] = Subject;
        document[nameof(Message)] = Message;
        document[nameof(Timestamp)] = Timestamp;
        document["SignatureVersion"] = "1";
        document["Signature"] = NoSignature;
        document["SigningCertURL"] = Certificate(region);
        document["UnsubscribeURL"] = Unsubscribe(subscription, region);
        if (Attributes.Count > 0) document["MessageAttributes"] = Said();
        return document;
    }

    /// <summary>For a function.</summary>
    public JsonObject ForFunction(Subscription subscription, string region) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscription.Arn,
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = Id,
                ["TopicArn"] = subscription.TopicArn,
                [nameof(Subject)] = Subject,
                [nameof(Message)] = Message,
                [nameof(Timestamp)] = Timestamp,
                ["SignatureVersion"] = "1",
                ["Signature"] = NoSignature,
                ["SigningCertUrl"] = Certificate(region),
                ["UnsubscribeUrl"] = Unsubscribe(subscription, region),
                ["MessageAttributes"] = Said(),
            },
        }),
    };

    private JsonObject Said() => new(Attributes.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject
    {
        ["Type"] = one.Value.DataType,
        ["Value"] = one.Value.Bytes is { } bytes ? Convert.ToBase64String(bytes) : one.Value.Text,
    })));

    private static string Certificate(string region) =>
        $"https://sns.{region}.amazonaws.com/SimpleNotificationService-{NoSignature}.pem";

    private static string Unsubscribe(Subscription subscription, string region) =>
        $"https://sns.{region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}";
}
