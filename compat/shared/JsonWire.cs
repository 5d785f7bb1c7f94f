#nullable enable
using System.Text.Json;
using Amazon.Util;

namespace Amazon.Compat;

/// <summary>JSON to bytes, and bytes to plain objects: dictionaries, lists, strings, numbers and booleans.</summary>
internal sealed class JsonWire : WireWriter
{
    private readonly Utf8JsonWriter _json;

    private JsonWire(Utf8JsonWriter json) => _json = json;

    public static byte[] Encode(IShape shape)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var wire = new JsonWire(json);
            wire.Map(() => shape.Map(new Writing(wire)));
        }

        return buffer.ToArray();
    }

    public static IReadOnlyDictionary<string, object?> Decode(byte[] body)
    {
        if (body.Length == 0)
        {
            return new Dictionary<string, object?>();
        }

        using var document = JsonDocument.Parse(body);
        return Plain(document.RootElement) as Dictionary<string, object?> ?? throw new JsonException("The answer is not a JSON object.");
    }

    public override void Key(string name) => _json.WritePropertyName(name);

    public override void Text(string value) => _json.WriteStringValue(value);

    public override void Flag(bool value) => _json.WriteBooleanValue(value);

    public override void Whole(long value) => _json.WriteNumberValue(value);

    public override void Number(double value) => _json.WriteNumberValue(value);

    public override void Time(DateTime value) => _json.WriteNumberValue(AWSSDKUtils.ConvertToUnixEpochSecondsDouble(value));

    public override void Bytes(byte[] value) => _json.WriteStringValue(Convert.ToBase64String(value));

    public override void Map(Action members)
    {
        _json.WriteStartObject();
        members();
        _json.WriteEndObject();
    }

    public override void List(int count, Action items)
    {
        _json.WriteStartArray();
        items();
        _json.WriteEndArray();
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(member => member.Name, member => Plain(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
