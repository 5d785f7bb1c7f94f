using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Bytes are written as an array of numbers, not as base64 text; both are read.</summary>
public class ByteArrayConverter : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetBytesFromBase64();
        var bytes = new List<byte>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) bytes.Add(reader.GetByte());
        return reader.TokenType == JsonTokenType.EndArray ? [.. bytes] : throw new JsonException("The JSON value could not be converted to byte[].");
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
