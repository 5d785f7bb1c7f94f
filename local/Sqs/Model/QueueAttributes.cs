using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Sqs.Errors;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Sqs.Model;

/// <summary>What a queue may be told, and within which bounds (SQS API reference, SetQueueAttributes).</summary>
internal static class QueueAttributes
{
    public const string Redrive = "RedrivePolicy";
    public const string Visibility = "VisibilityTimeout";
    public const string Retention = "MessageRetentionPeriod";
    public const string Delay = "DelaySeconds";
    public const string Wait = "ReceiveMessageWaitTimeSeconds";
    public const string Size = "MaximumMessageSize";

    private static readonly Dictionary<string, (int Least, int Most, int Default)> Numbers = new()
    {
        [Visibility] = (0, 43_200, 30),
        [Size] = (1024, 1_048_576, 1_048_576),
        [Retention] = (60, 1_209_600, 345_600),
        [Delay] = (0, 900, 0),
        [Wait] = (0, 20, 0),
    };

    /// <summary>Kept and shown; nothing here looks at them.</summary>
    private static readonly string[] Kept = [
        "Policy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "RedriveAllowPolicy",
    ];

    /// <summary>What a queue has that was told nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Defaults =>
        Numbers.Select(number => KeyValuePair.Create(number.Key, number.Value.Default.ToString(CultureInfo.InvariantCulture)))
            .Append(KeyValuePair.Create("SqsManagedSseEnabled", "true"));

    /// <exception cref="AwsException">SQS does not know one of them, or not with this value.</exception>
    public static void Check(IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (name is "FifoQueue" or "ContentBasedDeduplication" or "DeduplicationScope" or "FifoThroughputLimit")
                throw SqsErrors.NotSupported($"FIFO queues: leave {name} out");
            if (name == Redrive) MaximumReceives(value);
            else if (Numbers.TryGetValue(name, out var bounds)) CheckNumber(name, value, bounds.Least, bounds.Most);
            else if (!Kept.Contains(name)) throw SqsErrors.UnknownAttribute(name);
        }
    }

    /// <summary>A redrive policy's two members; null for a policy that was taken away.</summary>
    /// <exception cref="AwsException">It is no policy.</exception>
    public static (string DeadLetterArn, int Receives)? MaximumReceives(string policy)
    {
        if (policy.Length == 0) return null;
        JsonNode? node;
        try
        {
            node = JsonText.Parse(policy);
        }
        catch (System.Text.Json.JsonException)
        {
            throw SqsErrors.Value(policy, Redrive, "Redrive policy is not a valid JSON map.");
        }
        if (node is not JsonObject map) throw SqsErrors.Value(policy, Redrive, "Redrive policy is not a valid JSON map.");
        if (map["deadLetterTargetArn"]?.AsString() is not { Length: > 0 } arn)
            throw SqsErrors.Value(policy, Redrive, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        if (map["maxReceiveCount"] is not { } count)
            throw SqsErrors.Value(policy, Redrive, "Redrive policy does not contain mandatory attribute: maxReceiveCount.");
        return int.TryParse(count.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && most is >= 1 and <= 1000
            ? (arn, most)
            : throw SqsErrors.Value(
                policy, Redrive, $"Invalid value for maxReceiveCount: {count}, valid values are from 1 to 1000 both inclusive.");
    }

    private static void CheckNumber(string name, string value, int least, int most)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < least
            || number > most)
            throw SqsErrors.AttributeValue(name);
    }
}
