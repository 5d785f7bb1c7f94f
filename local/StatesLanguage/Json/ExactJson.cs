using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Json;

/// <summary>Writes JSON character by character, where .NET's own writer escapes what need not be.</summary>
internal static class ExactJson
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    /// <inheritdoc cref="JsonText.Write"/>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(node, text, 0);
        return text.ToString();
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
        if (depth > JsonText.MaxDepth) throw new RuntimeFault($"The data is nested more than {JsonText.MaxDepth} deep.");
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
