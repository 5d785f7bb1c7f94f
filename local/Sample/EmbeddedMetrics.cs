using System.Text;
using System.Text.Json;

namespace Canary.Sample;

/// <summary>The line that a function has to print of each request for Canary's presets, in the embedded metric format.</summary>
internal static class EmbeddedMetrics
{
    public static string Line(SampleSettings settings, bool failed, DateTimeOffset now)
    {
        var name = settings.FailsAs == FailureKind.Http ? "Http5xx" : "BatchesWithFailedItems";
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WritePropertyName("_aws");
            json.WriteRawValue(
                $$"""{"Timestamp":{{now.ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[{"Namespace":"Canary","""
                + """ "Dimensions":[["FunctionName","FunctionVersion"]],"""
                + $$""" "Metrics":[{"Name":"{{name}}","Unit":"Count"}]}]}""");
            json.WriteString("FunctionName", settings.FunctionName);
            json.WriteString("FunctionVersion", settings.Version);
            json.WriteNumber(name, failed ? 1 : 0);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.ToArray());
    }
}
