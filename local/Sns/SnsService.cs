using System.Text.RegularExpressions;
using Canary.Local.Sns.Errors;
using Canary.Local.Sns.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Sns;

/// <summary>
/// The embedded SNS for callers inside this process: standard topics, and queues and functions as their subscribers.
/// <c>SnsApi</c> is the same for clients. Policies are kept and not enforced. Thread-safe; all of it throws
/// <see cref="AwsException"/> in AWS's words.
/// </summary>
/// <param name="clock">Dates the messages.</param>
/// <param name="account">Whose topics they are.</param>
/// <param name="targets">The subscribers.</param>
public sealed partial class SnsService(TimeProvider clock, AwsAccount account, ITargets targets)
{
    private const int MessageBytes = 262_144;
    private const string Raw = "RawMessageDelivery";

    private static readonly string[] Kept =
        ["DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig"];

    private static readonly string[] NotSupported =
        ["FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "DeliveryPolicy", "SubscriptionRoleArn", "ReplayPolicy"];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    /// <summary>Creates a topic, or finds the one that is the same.</summary>
    /// <param name="name">1 to 256 letters, digits, hyphens and underscores.</param>
    /// <param name="attributes">Null for the defaults.</param>
    /// <returns>Its ARN.</returns>
    public string CreateTopic(string name, IReadOnlyDictionary<string, string>? attributes = null)
    {
        if (name.EndsWith(".fifo", StringComparison.Ordinal)) throw SnsErrors.NotSupported($"FIFO topics such as '{name}'");
        if (!Name().IsMatch(name)) throw SnsErrors.Invalid("Topic Name");
        var told = attributes ?? new Dictionary<string, string>();
        foreach (var attribute in told.Keys) CheckAttribute(attribute);
        lock (_gate)
        {
            var arn = $"arn:aws:sns:{account.Region}:{account.Id}:{name}";
            if (!_topics.TryGetValue(arn, out var topic)) _topics[arn] = new Topic(name, arn, told);
            else if (told.Any(one => topic.Attributes.GetValueOrDefault(one.Key) != one.Value))
                throw SnsErrors.Invalid("Attributes Reason: Topic already exists with different attributes");
            return arn;
        }
    }

    /// <summary>Deletes a topic with its subscriptions; that there is none is no error.</summary>
    public void DeleteTopic(string arn)
    {
        CheckArn(arn);
        lock (_gate) _topics.Remove(arn);
    }

    /// <summary>The topics' ARNs, by name.</summary>
    public IReadOnlyList<string> ListTopics()
    {
        lock (_gate) return [.. _topics.Keys];
    }

    /// <summary>All that a topic shows of itself.</summary>
    public IReadOnlyDictionary<string, string> GetTopicAttributes(string arn)
    {
        lock (_gate)
        {
            var topic = Require(arn);
            return new Dictionary<string, string>(topic.Attributes)
            {
                ["TopicArn"] = topic.Arn,
                ["Owner"] = account.Id,
                ["DisplayName"] = topic.Attributes.GetValueOrDefault("DisplayName", ""),
                ["SubscriptionsConfirmed"] = $"{topic.Subscriptions.Count}",
                ["SubscriptionsPending"] = "0",
                ["SubscriptionsDeleted"] = "0",
            };
        }
    }

    /// <summary>Sets one attribute.</summary>
    public void SetTopicAttribute(string arn, string name, string? value)
    {
        CheckAttribute(name);
        lock (_gate) Require(arn).Attributes[name] = value ?? "";
    }

    private Topic Require(string arn)
    {
        CheckArn(arn);
        return _topics.GetValueOrDefault(arn) ?? throw SnsErrors.NoTopic();
    }

    private static void CheckArn(string arn)
    {
        if (arn.Split(':') is not ["arn", _, "sns", _, _, _]) throw SnsErrors.Invalid("TopicArn");
    }

    private static void CheckAttribute(string name)
    {
        if (name is "FifoTopic" or "ContentBasedDeduplication" or "ArchivePolicy" or "FifoThroughputScope")
            throw SnsErrors.NotSupported($"FIFO topics: leave {name} out");
        if (!Kept.Contains(name)) throw SnsErrors.Invalid("AttributeName");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Name();
}
