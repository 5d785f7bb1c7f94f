using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>Reads the template's queues, topics and subscriptions.</summary>
/// <param name="names">Resolves what they refer to.</param>
/// <param name="notEmulated">Told of what is there and has no counterpart here.</param>
internal sealed class TemplateMessages(ResourceNames names, Action<TemplateResource, IEnumerable<string>> notEmulated)
{
    private static readonly string[] QueueAttributes =
        ["DelaySeconds", "MaximumMessageSize", "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds", "VisibilityTimeout"];

    public PlannedQueueResource Queue(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        properties.PassOver("QueueName");
        notEmulated(
            resource,
            properties.PassOver(
                "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "Tags", "RedriveAllowPolicy"));
        var attributes = new Dictionary<string, string>();
        foreach (var name in QueueAttributes)
        {
            if (properties.Text(name) is { } value) attributes[name] = value;
        }
        if (properties.Json("RedrivePolicy") is { } policy) attributes["RedrivePolicy"] = policy;
        properties.RefuseTheRest();
        return new PlannedQueueResource(resource.LogicalId, names.Name(resource), names.Arn(resource), attributes);
    }

    public PlannedTopic Topic(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        properties.PassOver("TopicName", "Subscription");
        notEmulated(
            resource, properties.PassOver("KmsMasterKeyId", "Tags", "TracingConfig", "DataProtectionPolicy", "SignatureVersion"));
        var attributes = new Dictionary<string, string>();
        if (properties.Text("DisplayName") is { } shown) attributes["DisplayName"] = shown;
        properties.RefuseTheRest();
        return new PlannedTopic(resource.LogicalId, names.Name(resource), names.Arn(resource), attributes);
    }

    /// <summary>
    /// Those that a topic brings with it. Only a queue or a function can be subscribed here; others are not emulated.
    /// </summary>
    public IEnumerable<PlannedSubscription> SubscriptionsOf(TemplateResource topic)
    {
        var properties = new PropertyReader(topic.LogicalId, topic.Properties, names.Values);
        return properties.List("Subscription").SelectMany(item => Emulated(topic, item, names.Arn(topic)));
    }

    public IEnumerable<PlannedSubscription> Subscription(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        return Emulated(resource, properties, properties.RequiredText("TopicArn"));
    }

    private IEnumerable<PlannedSubscription> Emulated(TemplateResource resource, PropertyReader properties, string topicArn)
    {
        var planned = new PlannedSubscription(
            topicArn, properties.RequiredText("Protocol"), properties.RequiredText("Endpoint"), properties.Flag(
                "RawMessageDelivery")
                ?? false);
        properties.RefuseTheRest();
        if (planned.Protocol is "sqs" or "lambda") return [planned];
        notEmulated(resource, [$"{planned.Protocol} subscription"]);
        return [];
    }
}
