using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Canary.Local.Sqs.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sqs.Api;

/// <summary>The operations of the wire by AWS's names.</summary>
internal static class SqsOperations
{
    /// <summary>The only one that waits.</summary>
    public const string Receive = "ReceiveMessage";

    private static readonly FrozenDictionary<string, Func<SqsService, Members, JsonObject>> Known =
        new Dictionary<string, Func<SqsService, Members, JsonObject>>
        {
            ["CreateQueue"] = QueueOperations.CreateQueue,
            ["GetQueueUrl"] = QueueOperations.GetQueueUrl,
            ["ListQueues"] = QueueOperations.ListQueues,
            ["GetQueueAttributes"] = QueueOperations.GetQueueAttributes,
            ["SetQueueAttributes"] = QueueOperations.SetQueueAttributes,
            ["PurgeQueue"] = QueueOperations.PurgeQueue,
            ["DeleteQueue"] = QueueOperations.DeleteQueue,
            ["SendMessage"] = MessageOperations.SendMessage,
            ["SendMessageBatch"] = BatchOperations.SendMessageBatch,
            ["DeleteMessage"] = MessageOperations.DeleteMessage,
            ["DeleteMessageBatch"] = BatchOperations.DeleteMessageBatch,
            ["ChangeMessageVisibility"] = MessageOperations.ChangeMessageVisibility,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Append(Receive).Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<SqsService, Members, JsonObject>? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>Reads a member that must be there.</summary>
    /// <exception cref="AwsException">MissingParameter.</exception>
    public static string Required(Members members, string name) =>
        members.Text(name) is { Length: > 0 } text ? text : throw SqsErrors.Missing(name);
}
