using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>
/// Reads and writes a state by its name. One that only another release of Canary has is read as <see cref="NextState.Bake"/>:
/// RestoreAlias and Control take it for a state that changes nothing. Those that change the alias keep their names for good.
/// </summary>
internal sealed class NextStateConverter : JsonConverter<NextState>
{
    /// <inheritdoc/>
    public override NextState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        foreach (var known in Enum.GetValues<NextState>())
        {
            if (reader.ValueTextEquals(known.ToString())) return known;
        }
        return NextState.Bake;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NextState value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
