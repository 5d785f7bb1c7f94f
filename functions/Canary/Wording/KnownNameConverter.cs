using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canary.Wording;

/// <summary>Reads and writes a value by its name. A name that only another release of Canary knows is the first value.</summary>
internal sealed class KnownNameConverter<T> : JsonConverter<T> where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        foreach (var known in Enum.GetValues<T>())
        {
            if (reader.ValueTextEquals(known.ToString())) return known;
        }
        return default;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
