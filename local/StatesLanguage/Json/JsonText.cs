using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

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

    private static readonly JsonWriterOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, SkipValidation = true };

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

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonNode? Parse(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\u"u8) >= 0 || !Utf8.IsValid(text)) return Parse(Encoding.UTF8.GetString(text));
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new JsonException(exception.Message, exception);
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
    public static string Write(JsonNode? node) =>
        Quickly(node) is { } bytes ? Encoding.UTF8.GetString(bytes.WrittenSpan) : ExactJson.Write(node);

    /// <summary>The same as bytes.</summary>
    /// <exception cref="RuntimeFault">It is deeper than could be read again.</exception>
    public static ReadOnlyMemory<byte> Bytes(JsonNode? node) =>
        Quickly(node)?.WrittenMemory ?? Encoding.UTF8.GetBytes(ExactJson.Write(node));

    // What was parsed and never looked into is copied as it is, without a node for each of its values.
    private static ArrayBufferWriter<byte>? Quickly(JsonNode? node)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        try
        {
            using var writer = new Utf8JsonWriter(bytes, Relaxed);
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Too deep, or half a surrogate pair.
            return null;
        }
        return IsExact(bytes.WrittenSpan) ? bytes : null;
    }

    /// <summary>Whether nothing is escaped that need not be, and nothing otherwise than Step Functions does.</summary>
    private static bool IsExact(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0; at = text.IndexOf((byte)'\\'))
        {
            if (text[at + 1] is (byte)'u' or (byte)'b' or (byte)'f') return false;
            text = text[(at + 2)..];
        }
        return true;
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
}
