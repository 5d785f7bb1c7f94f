using System.Text;
using System.Text.Json;

namespace Canary.Cli.Files;

/// <summary>Reads JSON as strictly as <c>aws stepfunctions start-execution</c>, which takes the same file.</summary>
internal static class JsonRollout
{
    private const int MostLevels = 128;

    /// <exception cref="UnreadableFile">It is no JSON.</exception>
    public static void Read(ReadOnlySpan<byte> json, FileBuilder file)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostLevels });
        try
        {
            while (reader.Read()) ReadToken(ref reader, PlaceOf(json, (int)reader.TokenStartIndex), file);
        }
        catch (JsonException wrong)
        {
            throw new UnreadableFile($"This is no JSON: {Said(wrong.Message)}", PlaceOf(wrong, json));
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableFile(
                "This text holds half a character, an escape such as \\ud800 without its other half. Write whole characters.",
                PlaceOf(json, (int)reader.TokenStartIndex));
        }
    }

    private static void ReadToken(ref Utf8JsonReader reader, FilePlace at, FileBuilder file)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                file.Begin(reader.TokenType == JsonTokenType.StartArray, at);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                file.End();
                break;
            case JsonTokenType.PropertyName:
                file.Name(reader.GetString()!, at);
                break;
            case JsonTokenType.String:
                file.Text(reader.GetString()!, at);
                break;
            default:
                file.Raw(Encoding.UTF8.GetString(reader.ValueSpan), at);
                break;
        }
    }

    private static FilePlace PlaceOf(ReadOnlySpan<byte> json, int index)
    {
        var before = json[..index];
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    private static FilePlace PlaceOf(JsonException wrong, ReadOnlySpan<byte> json)
    {
        var line = (int)(wrong.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++) start += json[start..].IndexOf((byte)'\n') + 1;
        return PlaceOf(json, Math.Min(json.Length, start + (int)(wrong.BytePositionInLine ?? 0)));
    }

    // Where it is stands before it already, and nobody here has options of the reader's.
    private static string Said(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace(" Change the reader options.", "", StringComparison.Ordinal);
    }
}
