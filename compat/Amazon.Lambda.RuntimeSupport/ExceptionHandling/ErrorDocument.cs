using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An exception as Lambda hands it to the caller, and as Step Functions shows it in a Cause. <c>errorType</c> is the class's simple name:
/// what <c>ErrorEquals</c> matches. An exception of <c>Task.Wait()</c> stays the AggregateException that it is.
/// </summary>
internal static class ErrorDocument
{
    private const int MostBytes = 256 * 1024;
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Exception exception)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Layout)) Write(writer, exception);
        return json.Length <= MostBytes ? Encoding.UTF8.GetString(json.ToArray()) : "{\"errorMessage\": \"Exception exceeded maximum payload size of 256KB.\"}";
    }

    private static void Write(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message.Trim());
        WriteStackTrace(writer, exception.StackTrace);
        if (exception.InnerException is { } inner)
        {
            writer.WritePropertyName("cause");
            Write(writer, inner);
        }
        if (exception is AggregateException { InnerExceptions.Count: > 0 } aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var cause in aggregate.InnerExceptions) Write(writer, cause);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteStackTrace(Utf8JsonWriter writer, string? stackTrace)
    {
        if (string.IsNullOrWhiteSpace(stackTrace)) return;
        writer.WriteStartArray("stackTrace");
        foreach (var line in stackTrace.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }
}
