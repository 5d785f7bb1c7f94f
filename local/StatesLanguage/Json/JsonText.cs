using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Json;

/// <summary>
/// JSON as Step Functions reads and writes it: compact, numbers as they were written, nothing escaped that need not be.
/// </summary>
internal static class JsonText
{
    /// <summary>
    /// Nesting that AWS's own JSON reader accepts. All recursion over JSON and over what was read from it relies on this cap.
    /// </summary>
    public const int MaxDepth = 1000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonException">
    /// It is none, an object in it names a member twice, or a string in it holds half a surrogate pair.
    /// </exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            if (text.Contains("\\u", StringComparison.Ordinal)) CheckEscapes(text);
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new JsonException($"A string is no valid Unicode: {exception.Message}", exception);
        }
    }

    /// <summary>Whether a text is JSON of any kind, duplicate members and all.</summary>
    public static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes it without white space.</summary>
    /// <exception cref="RuntimeFault">It is deeper than could be read again.</exception>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(node, text, 0);
        return text.ToString();
    }

    // JsonNode decodes a string only when it is asked for, which is too late to refuse it.
    private static void CheckEscapes(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped) _ = reader.GetString();
        }
    }

    private static void Append(JsonNode? node, StringBuilder text, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendAll(members, text, depth + 1, '{', '}', static (member, text, depth) =>
                {
                    Quote(member.Key, text);
                    text.Append(':');
                    Append(member.Value, text, depth);
                });
                break;
            case JsonArray items:
                AppendAll(items, text, depth + 1, '[', ']', Append);
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String) Quote(node.GetValue<string>(), text);
                else text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendAll<T>(
        IEnumerable<T> items, StringBuilder text, int depth, char open, char close, Action<T, StringBuilder, int> append)
    {
        if (depth > MaxDepth) throw new RuntimeFault($"The data is nested more than {MaxDepth} deep.");
        var separator = open;
        foreach (var item in items)
        {
            text.Append(separator);
            append(item, text, depth);
            separator = ',';
        }
        if (separator == open) text.Append(open);
        text.Append(close);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        var rest = value.AsSpan();
        for (var next = rest.IndexOfAny(Escaped); next >= 0; next = rest.IndexOfAny(Escaped))
        {
            text.Append(rest[..next]);
            _ = rest[next] switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                var control => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)control:X4}"),
            };
            rest = rest[(next + 1)..];
        }
        text.Append(rest).Append('"');
    }
}
