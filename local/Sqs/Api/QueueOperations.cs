using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Sqs.Errors;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sqs.Api;

/// <summary>The operations on queues.</summary>
internal static class QueueOperations
{
    private const int Most = 1000;

    private static readonly string[] Shown =
    [
        "All", "Policy", "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp", "QueueArn",
        "ApproximateNumberOfMessagesDelayed", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy", "FifoQueue",
        "ContentBasedDeduplication", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "DeduplicationScope",
        "FifoThroughputLimit", "RedriveAllowPolicy", "SqsManagedSseEnabled",
    ];

    public static JsonObject CreateQueue(SqsService service, Members members)
    {
        var (name, attributes) = (SqsOperations.Required(members, "QueueName"), members.TextMap("Attributes"));
        members.RefuseOthers();
        return new JsonObject { ["QueueUrl"] = service.CreateQueue(name, attributes) };
    }

    public static JsonObject GetQueueUrl(SqsService service, Members members)
    {
        var (name, owner) = (SqsOperations.Required(members, "QueueName"), members.Text("QueueOwnerAWSAccountId"));
        members.RefuseOthers();
        return owner is null || owner == service.Account.Id
            ? new JsonObject { ["QueueUrl"] = service.GetQueueUrl(name) }
            : throw SqsErrors.NoQueue();
    }

    public static JsonObject ListQueues(SqsService service, Members members)
    {
        var (prefix, most, token) = (members.Text("QueueNamePrefix"), members.Whole("MaxResults"), members.Text("NextToken"));
        members.RefuseOthers();
        if (most is < 1 or > Most)
            throw SqsErrors.Value(
                most.Value.ToString(CultureInfo.InvariantCulture), "MaxResults", $"Must be between 1 and {Most}, if provided.");
        var after = token is null ? "" : Decode(token);
        var rest = service.ListQueues(prefix).Where(url => string.CompareOrdinal(SqsService.NameOf(url), after) > 0).ToList();
        var page = rest.Take(most ?? Most).ToList();
        // An account without queues is shown without the member.
        var answer = page.Count == 0
            ? []
            : new JsonObject { ["QueueUrls"] = new JsonArray([.. page.Select(url => JsonValue.Create(url))]) };
        if (most is not null && page.Count < rest.Count)
            answer["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(SqsService.NameOf(page[^1])));
        return answer;
    }

    public static JsonObject GetQueueAttributes(SqsService service, Members members)
    {
        var (url, names) = (SqsOperations.Required(members, "QueueUrl"), members.Texts("AttributeNames") ?? []);
        members.RefuseOthers();
        if (names.FirstOrDefault(name => !Shown.Contains(name)) is { } unknown) throw SqsErrors.UnknownAttribute(unknown);
        var all = service.GetQueueAttributes(url);
        var asked = all.Where(one => names.Contains("All") || names.Contains(one.Key)).ToList();
        return asked.Count == 0
            ? []
            : new JsonObject
            {
                ["Attributes"] = new JsonObject(asked.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            };
    }

    public static JsonObject SetQueueAttributes(SqsService service, Members members)
    {
        var (url, attributes) =
            (SqsOperations.Required(members, "QueueUrl"), members.TextMap("Attributes") ?? throw SqsErrors.Missing("Attributes"));
        members.RefuseOthers();
        service.SetQueueAttributes(url, attributes);
        return [];
    }

    public static JsonObject PurgeQueue(SqsService service, Members members) => Do(members, service.PurgeQueue);

    public static JsonObject DeleteQueue(SqsService service, Members members) => Do(members, service.DeleteQueue);

    private static JsonObject Do(Members members, Action<string> deed)
    {
        var url = SqsOperations.Required(members, "QueueUrl");
        members.RefuseOthers();
        deed(url);
        return [];
    }

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw SqsErrors.Value(token, "NextToken", "It is none that this operation returned.");
    }
}
