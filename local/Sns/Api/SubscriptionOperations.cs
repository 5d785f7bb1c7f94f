using Canary.Local.Sns.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sns.Api;

/// <summary>The operations on subscriptions.</summary>
internal static class SubscriptionOperations
{
    public static WireMap Subscribe(SnsService service, SnsInput input)
    {
        var (topic, protocol, endpoint) = (input.Required("TopicArn"), input.Required("Protocol"), input.Text("Endpoint"));
        var attributes = input.Texts("Attributes");
        // A queue and a function of one's own account need no confirmation, so that the ARN is returned either way.
        input.Text("ReturnSubscriptionArn");
        input.RefuseOthers();
        return new WireMap { { "SubscriptionArn", service.Subscribe(topic, protocol, endpoint, attributes) } };
    }

    public static WireMap? Unsubscribe(SnsService service, SnsInput input)
    {
        var arn = input.Required("SubscriptionArn");
        input.RefuseOthers();
        service.Unsubscribe(arn);
        return null;
    }

    public static WireMap ListSubscriptions(SnsService service, SnsInput input)
    {
        var token = input.Text("NextToken");
        input.RefuseOthers();
        return SnsOperations.Page("Subscriptions", service.ListSubscriptions(), token, Write);
    }

    public static WireMap ListSubscriptionsByTopic(SnsService service, SnsInput input)
    {
        var (topic, token) = (input.Required("TopicArn"), input.Text("NextToken"));
        input.RefuseOthers();
        return SnsOperations.Page("Subscriptions", service.ListSubscriptions(topic), token, Write);
    }

    public static WireMap GetSubscriptionAttributes(SnsService service, SnsInput input)
    {
        var arn = input.Required("SubscriptionArn");
        input.RefuseOthers();
        var subscription = service.GetSubscription(arn);
        return new WireMap
        {
            {
                "Attributes", SnsOperations.Map(
                [
                    KeyValuePair.Create("SubscriptionArn", subscription.Arn),
                    KeyValuePair.Create("TopicArn", subscription.TopicArn),
                    KeyValuePair.Create("Protocol", subscription.Protocol),
                    KeyValuePair.Create("Endpoint", subscription.Endpoint),
                    KeyValuePair.Create("Owner", Owner(subscription)),
                    KeyValuePair.Create("RawMessageDelivery", subscription.IsRaw ? "true" : "false"),
                    KeyValuePair.Create("PendingConfirmation", "false"),
                    KeyValuePair.Create("ConfirmationWasAuthenticated", "true"),
                ])
            },
        };
    }

    public static WireMap? SetSubscriptionAttributes(SnsService service, SnsInput input)
    {
        var (arn, name, value) =
            (input.Required("SubscriptionArn"), input.Required("AttributeName"), input.Text("AttributeValue"));
        input.RefuseOthers();
        service.SetSubscriptionAttribute(arn, name, value ?? "");
        return null;
    }

    private static WireMap Write(Subscription subscription) => new()
    {
        { "SubscriptionArn", subscription.Arn },
        { "Owner", Owner(subscription) },
        { "Protocol", subscription.Protocol },
        { "Endpoint", subscription.Endpoint },
        { "TopicArn", subscription.TopicArn },
    };

    private static string Owner(Subscription subscription) => subscription.TopicArn.Split(':')[4];
}
