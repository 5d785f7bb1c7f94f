using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canary.Aliases;

/// <summary>Writes a weight as its number of percent.</summary>
internal sealed class WeightJsonConverter : JsonConverter<Weight>
{
    public override Weight Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Weight.TryFromPercent(reader.GetDecimal(), out var weight)
            ? weight
            : throw new JsonException("A weight is above 0 and at most 100 percent.");

    public override void Write(Utf8JsonWriter writer, Weight value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Percent / 1.00m);
}
