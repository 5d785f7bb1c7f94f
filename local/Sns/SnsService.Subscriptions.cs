using Canary.Local.Sns.Errors;
using Canary.Local.Sns.Model;

namespace Canary.Local.Sns;

// Subscriptions.
public sealed partial class SnsService
{
    /// <summary>Subscribes a queue or a function; who is there already stays as he is.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="protocol"><c>sqs</c> or <c>lambda</c>.</param>
    /// <param name="endpoint">The ARN.</param>
    /// <param name="attributes">RawMessageDelivery, or null.</param>
    /// <returns>The subscription's ARN.</returns>
    public string Subscribe(
        string topicArn, string protocol, string? endpoint, IReadOnlyDictionary<string, string>? attributes = null)
    {
        if (protocol is "email" or "email-json" or "http" or "https" or "sms" or "application" or "firehose")
            throw SnsErrors.NotSupported($"the protocol {protocol}: subscribe a queue with sqs or a function with lambda");
        if (protocol is not ("sqs" or "lambda"))
            throw SnsErrors.Invalid($"Protocol Reason: Does not support this protocol string: {protocol}");
        if (endpoint is null
            || !endpoint.StartsWith($"arn:aws:{protocol}:", StringComparison.Ordinal)
            || endpoint.Split(':').Length < 6)
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
        if (arn.Split(':').Length != 7)
            throw SnsErrors.Invalid("SubscriptionArn Reason: An ARN must have at least 6 elements, not the ARN of a topic");
        lock (_gate)
        {
            foreach (var topic in _topics.Values) topic.Subscriptions.RemoveAll(one => one.Arn == arn);
        }
    }

    /// <summary>All subscriptions, or those of one topic.</summary>
    public IReadOnlyList<Subscription> ListSubscriptions(string? topicArn = null)
    {
        lock (_gate)
            return topicArn is null
                ? [.. _topics.Values.SelectMany(topic => topic.Subscriptions)]
                : [.. Require(topicArn).Subscriptions];
    }

    /// <summary>One subscription.</summary>
    public Subscription GetSubscription(string arn) =>
        ListSubscriptions().FirstOrDefault(one => one.Arn == arn) ?? throw SnsErrors.NoSubscription();

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

    private static bool ReadRaw(string protocol, string name, string value)
    {
        if (name is not Raw)
        {
            throw NotSupported.Contains(name)
                ? SnsErrors.NotSupported($"the subscription attribute {name}: only {Raw}")
                : SnsErrors.Invalid("AttributeName");
        }
        if (!bool.TryParse(value, out var isRaw))
            throw SnsErrors.Invalid($"Attributes Reason: {Raw}: Invalid value [{value}]. Must be true or false.");
        return !isRaw || protocol == "sqs" ? isRaw
            : throw SnsErrors.Invalid(
                $"Attributes Reason: Delivery protocol [{protocol}] does not support raw message delivery.");
    }
}
