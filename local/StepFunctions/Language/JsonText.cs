using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canary.Local.StepFunctions.Language;

/// <summary>JSON as Step Functions reads and writes it: compact, numbers as they were written, nothing escaped that need not be.</summary>
internal static class JsonText
{
    /// <summary>Nesting that AWS's own JSON reader accepts.</summary>
    private const int Depth = 1000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonException">It is none, or an object in it names a member twice.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);

    /// <summary>Writes it without white space.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static void Append(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendAll(members, text, '{', '}', static (member, text) =>
                {
                    Quote(member.Key, text);
                    text.Append(':');
                    Append(member.Value, text);
                });
                break;
            case JsonArray items:
                AppendAll(items, text, '[', ']', Append);
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String) Quote(node.GetValue<string>(), text);
                else text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendAll<T>(IEnumerable<T> items, StringBuilder text, char open, char close, Action<T, StringBuilder> append)
    {
        var separator = open;
        foreach (var item in items)
        {
            text.Append(separator);
            append(item, text);
            separator = ',';
        }
        if (separator == open) text.Append(open);
        text.Append(close);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }
}
