using System.Text;
using System.Text.RegularExpressions;
using Canary.Local.Sns.Errors;
using Canary.Local.Sns.Model;
using Canary.Local.Sqs.Model;
using Canary.StatesLanguage.Json;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Sns;

/// <summary>
/// The embedded SNS for callers inside this process: standard topics, and queues and functions as their subscribers. <c>SnsApi</c> is the same for
/// clients. Policies are kept and not enforced. Thread-safe; all of it throws <see cref="AwsException"/> in AWS's words.
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

    /// <summary>Subscribes a queue or a function; who is there already stays as he is.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="protocol"><c>sqs</c> or <c>lambda</c>.</param>
    /// <param name="endpoint">The ARN.</param>
    /// <param name="attributes">RawMessageDelivery, or null.</param>
    /// <returns>The subscription's ARN.</returns>
    public string Subscribe(string topicArn, string protocol, string? endpoint, IReadOnlyDictionary<string, string>? attributes = null)
    {
        if (protocol is "email" or "email-json" or "http" or "https" or "sms" or "application" or "firehose")
            throw SnsErrors.NotSupported($"the protocol {protocol}: subscribe a queue with sqs or a function with lambda");
        if (protocol is not ("sqs" or "lambda")) throw SnsErrors.Invalid($"Protocol Reason: Does not support this protocol string: {protocol}");
        if (endpoint is null || !endpoint.StartsWith($"arn:aws:{protocol}:", StringComparison.Ordinal) || endpoint.Split(':').Length < 6)
            throw SnsErrors.Invalid(protocol == "sqs" ? "SQS endpoint ARN" : "Lambda endpoint ARN");
        var isRaw = false;
        foreach (var (name, value) in attributes ?? new Dictionary<string, string>()) isRaw = ReadRaw(protocol, name, value);
        lock (_gate)
        {
            var topic = Require(topicArn);
            if (topic.Subscriptions.Find(one => one.Protocol == protocol && one.Endpoint == endpoint) is { } old)
            {
                return attributes is null || old.IsRaw == isRaw ? old.Arn
                    : throw SnsErrors.Invalid("Attributes Reason: Subscription already exists with different attributes");
            }
            var subscription = new Subscription($"{topicArn}:{Guid.NewGuid()}", topicArn, protocol, endpoint, isRaw);
            topic.Subscriptions.Add(subscription);
            return subscription.Arn;
        }
    }

    /// <summary>Ends a subscription; that there is none is no error.</summary>
    public void Unsubscribe(string arn)
    {
        if (arn.Split(':').Length != 7) throw SnsErrors.Invalid("SubscriptionArn Reason: An ARN must have at least 6 elements, not the ARN of a topic");
        lock (_gate)
        {
            foreach (var topic in _topics.Values) topic.Subscriptions.RemoveAll(one => one.Arn == arn);
        }
    }

    /// <summary>All subscriptions, or those of one topic.</summary>
    public IReadOnlyList<Subscription> ListSubscriptions(string? topicArn = null)
    {
        lock (_gate) return topicArn is null ? [.. _topics.Values.SelectMany(topic => topic.Subscriptions)] : [.. Require(topicArn).Subscriptions];
    }

    /// <summary>One subscription.</summary>
    public Subscription GetSubscription(string arn) => ListSubscriptions().FirstOrDefault(one => one.Arn == arn) ?? throw SnsErrors.NoSubscription();

    /// <summary>Sets one attribute of a subscription.</summary>
    public void SetSubscriptionAttribute(string arn, string name, string value)
    {
        lock (_gate)
        {
            foreach (var topic in _topics.Values)
            {
                var index = topic.Subscriptions.FindIndex(one => one.Arn == arn);
                if (index < 0) continue;
                var old = topic.Subscriptions[index];
                topic.Subscriptions[index] = old with { IsRaw = ReadRaw(old.Protocol, name, value) };
                return;
            }
        }
        throw SnsErrors.NoSubscription();
    }

    /// <summary>Hands a message to every subscriber.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="message">1 to 262,144 bytes.</param>
    /// <param name="subject">At most 100 characters of ASCII without line breaks; null for none.</param>
    /// <param name="attributes">What there is to say besides; null for nothing.</param>
    /// <param name="byProtocol">What the subscribers of a protocol get instead; null for the message.</param>
    /// <returns>SNS's id.</returns>
    public string Publish(
        string topicArn,
        string message,
        string? subject = null,
        IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null,
        Func<string, string>? byProtocol = null)
    {
        if (message.Length == 0) throw SnsErrors.Invalid("Empty message");
        if (Encoding.UTF8.GetByteCount(message) > MessageBytes) throw SnsErrors.Invalid("Message too long");
        if (subject is not null && (subject.Length is 0 or > 100 || subject.Any(letter => letter is < ' ' or > '~'))) throw SnsErrors.Invalid("Subject");
        IReadOnlyList<Subscription> subscriptions;
        lock (_gate) subscriptions = [.. Require(topicArn).Subscriptions];
        var said = attributes ?? new Dictionary<string, MessageAttributeValue>();
        var id = Guid.NewGuid().ToString();
        foreach (var subscription in subscriptions)
        {
            var text = byProtocol?.Invoke(subscription.Protocol) ?? message;
            Deliver(subscription, new Notification(id, text, subject, said, clock.GetUtcNow()));
        }
        return id;
    }

    private void Deliver(Subscription subscription, Notification notification)
    {
        var document = subscription switch
        {
            { IsRaw: true } => notification.Message,
            { Protocol: "sqs" } => JsonText.Write(notification.ForQueue(subscription, account.Region)),
            _ => JsonText.Write(notification.ForFunction(subscription, account.Region)),
        };
        try
        {
            targets.Send(subscription.Endpoint, document);
        }
        catch (AwsException)
        {
            // The queue or the function is gone. SNS gives such a message up as well.
        }
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

    private static bool ReadRaw(string protocol, string name, string value)
    {
        if (name is not Raw)
        {
            throw name is "FilterPolicy" or "FilterPolicyScope" or "RedrivePolicy" or "DeliveryPolicy" or "SubscriptionRoleArn" or "ReplayPolicy"
                ? SnsErrors.NotSupported($"the subscription attribute {name}: only {Raw}")
                : SnsErrors.Invalid("AttributeName");
        }
        if (!bool.TryParse(value, out var isRaw)) throw SnsErrors.Invalid($"Attributes Reason: {Raw}: Invalid value [{value}]. Must be true or false.");
        return !isRaw || protocol == "sqs" ? isRaw
            : throw SnsErrors.Invalid($"Attributes Reason: Delivery protocol [{protocol}] does not support raw message delivery.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex Name();
}
