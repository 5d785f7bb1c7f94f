using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads a moment as ISO 8601 text or, as some AWS events have it, as seconds since 1970.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetDateTime(out var date) => date,
        JsonTokenType.Number when reader.TryGetInt64(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
        JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
        _ => throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}"),
    };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
