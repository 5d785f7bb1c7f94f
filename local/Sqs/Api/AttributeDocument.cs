using System.Text.Json.Nodes;
using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Sqs.Api;

/// <summary>Messages' attributes as they cross the wire.</summary>
internal static class AttributeDocument
{
    public static Dictionary<string, MessageAttributeValue> Read(JsonObject? map) =>
        (map ?? []).ToDictionary(one => one.Key, one => Read(one.Key, one.Value));

    public static JsonObject Write(IReadOnlyDictionary<string, MessageAttributeValue> attributes) => new(attributes.Select(one =>
    {
        var (name, attribute) = one;
        var value = new JsonObject { ["DataType"] = attribute.DataType };
        if (attribute.Bytes is null) value["StringValue"] = attribute.Text;
        else value["BinaryValue"] = Convert.ToBase64String(attribute.Bytes);
        return KeyValuePair.Create(name, (JsonNode?)value);
    }));

    /// <summary>
    /// Whether a receiver asks for an attribute: by its name, by a beginning such as <c>trace.*</c>, or for all of them.
    /// </summary>
    public static bool Matches(string asked, string name) =>
        asked is "All" or ".*"
            || asked == name
            || asked.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(asked[..^2], StringComparison.Ordinal);

    private static MessageAttributeValue Read(string name, JsonNode? node)
    {
        var value = node as JsonObject ?? throw SqsErrors.Invalid($"Message (user) attribute '{name}' must be a structure.");
        var others = value.Where(member => member.Key is not ("DataType" or "StringValue" or "BinaryValue"));
        if (others.FirstOrDefault(member => member.Value is not null).Key is { } other)
            throw SqsErrors.NotSupported($"{other} of message attribute '{name}'");
        if (value["DataType"].AsString() is not { Length: > 0 } type)
            throw SqsErrors.Invalid($"The message attribute '{name}' must contain a non-empty message attribute type.");
        if (value["BinaryValue"].AsString() is not { } encoded)
            return new MessageAttributeValue(type, value["StringValue"].AsString());
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? new MessageAttributeValue(type, null, bytes[..length])
            : throw SqsErrors.Invalid($"The BinaryValue of message attribute '{name}' is no base64.");
    }
}
