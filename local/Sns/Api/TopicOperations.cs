using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Sns.Errors;
using Canary.Local.Wire.Protocols;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Sns.Api;

/// <summary>The operations on topics.</summary>
internal static class TopicOperations
{
    public static WireMap CreateTopic(SnsService service, SnsInput input)
    {
        var (name, attributes) = (input.Required("Name"), input.Texts("Attributes"));
        input.RefuseOthers();
        return new WireMap { { "TopicArn", service.CreateTopic(name, attributes) } };
    }

    public static WireMap? DeleteTopic(SnsService service, SnsInput input)
    {
        var arn = input.Required("TopicArn");
        input.RefuseOthers();
        service.DeleteTopic(arn);
        return null;
    }

    public static WireMap ListTopics(SnsService service, SnsInput input)
    {
        var token = input.Text("NextToken");
        input.RefuseOthers();
        return SnsOperations.Page("Topics", service.ListTopics(), token, arn => new WireMap { { "TopicArn", arn } });
    }

    public static WireMap GetTopicAttributes(SnsService service, SnsInput input)
    {
        var arn = input.Required("TopicArn");
        input.RefuseOthers();
        return new WireMap { { "Attributes", SnsOperations.Map(service.GetTopicAttributes(arn)) } };
    }

    public static WireMap? SetTopicAttributes(SnsService service, SnsInput input)
    {
        var (arn, name, value) = (input.Required("TopicArn"), input.Required("AttributeName"), input.Text("AttributeValue"));
        input.RefuseOthers();
        service.SetTopicAttribute(arn, name, value);
        return null;
    }

    public static WireMap Publish(SnsService service, SnsInput input)
    {
        var (message, subject, structure) = (input.Required("Message"), input.Text("Subject"), input.Text("MessageStructure"));
        var (attributes, arn) = (input.Attributes("MessageAttributes"), input.Text("TopicArn") ?? input.Text("TargetArn"));
        input.RefuseOthers();
        if (arn is null) throw SnsErrors.Invalid("TopicArn or TargetArn Reason: no value for required parameter");
        if (structure is null) return new WireMap { { "MessageId", service.Publish(arn, message, subject, attributes) } };
        if (structure != "json") throw SnsErrors.Invalid("MessageStructure");
        var texts = Structure(message);
        return new WireMap
        {
            {
                "MessageId",
                service.Publish(
                    arn, texts["default"], subject, attributes, protocol => texts.GetValueOrDefault(protocol, texts["default"]))
            },
        };
    }

    /// <summary>A message for each protocol.</summary>
    private static Dictionary<string, string> Structure(string message)
    {
        JsonNode? node;
        try
        {
            node = JsonText.Parse(message);
        }
        catch (JsonException)
        {
            throw SnsErrors.Invalid("Message Structure - JSON message body failed to parse");
        }
        if (node is not JsonObject map) throw SnsErrors.Invalid("Message Structure - JSON message body failed to parse");
        var texts = map.Where(one => one.Value.AsString() is not null).ToDictionary(one => one.Key, one => one.Value.AsString()!);
        return texts.ContainsKey("default")
            ? texts
            : throw SnsErrors.Invalid("Message Structure - No default entry in JSON message body");
    }
}
