using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>Reads the members of a request's document; one that is absent or null reads as null.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonObject document, string name) => Read<string>(document, name, JsonValueKind.String);

    public static int? Integer(this JsonObject document, string name) =>
        document[name] is null ? null : Read<int>(document, name, JsonValueKind.Number);

    public static bool Flag(this JsonObject document, string name) => document[name] is { } value && value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unreadable(name, value),
    };

    public static byte[]? Blob(this JsonObject document, string name)
    {
        if (document.Text(name) is not { } text) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw CommonErrors.Serialization($"{name} is no base64.");
    }

    public static JsonObject? Structure(this JsonObject document, string name) => document[name] switch
    {
        null => null,
        JsonObject structure => structure,
        var other => throw Unreadable(name, other),
    };

    public static IReadOnlyList<string>? Texts(this JsonObject document, string name) => document[name] switch
    {
        null => null,
        JsonArray list when list.All(item => item?.GetValueKind() is JsonValueKind.String) =>
            [.. list.Select(item => item!.GetValue<string>())],
        var other => throw Unreadable(name, other),
    };

    public static Dictionary<string, string> TextMap(this JsonObject map) =>
        map.ToDictionary(
            entry => entry.Key, entry => Read<string>(map, entry.Key, JsonValueKind.String) ?? throw Unreadable(entry.Key, null));

    public static Dictionary<string, double> NumberMap(this JsonObject map) =>
        map.ToDictionary(
            entry => entry.Key,
            entry => entry.Value is null
                ? throw Unreadable(entry.Key, null)
                : Read<double>(map, entry.Key, JsonValueKind.Number));

    private static T? Read<T>(JsonObject document, string name, JsonValueKind kind)
    {
        if (document[name] is not { } node) return default;
        return node is JsonValue value && value.GetValueKind() == kind && value.TryGetValue<T>(out var read)
            ? read
            : throw Unreadable(name, node);
    }

    private static AwsException Unreadable(string name, JsonNode? value) =>
        new(400, "SerializationException", $"{name} is {value?.ToJsonString() ?? "null"}, which is not of the member's type.");
}
