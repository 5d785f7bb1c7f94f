using System.Text.Json;
using Canary.News;

namespace Canary.Functions.Aws;

/// <summary>
/// Metrics in CloudWatch's embedded metric format: a line of the log, which CloudWatch makes metrics of. It goes past the
/// function's logger, which would wrap it in a line of its own.
/// </summary>
internal sealed class EmbeddedFigures(Stream output, TimeProvider time) : IFigures
{
    public void Write(RolloutFigures figures)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            WriteMetadata(json, figures);
            foreach (var (name, value) in figures.Dimensions) json.WriteString(name, value);
            foreach (var (name, _, value) in figures.Values) json.WriteNumber(name, value);
            // No metrics, but what a query of the log wants to know.
            json.WriteString("Alias", figures.Rollout.Alias);
            json.WriteString("Execution", figures.Rollout.Execution);
            json.WriteString("Reason", figures.Rollout.Reason);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        output.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        output.Flush();
    }

    private void WriteMetadata(Utf8JsonWriter json, RolloutFigures figures)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", time.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", RolloutFigures.Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var (name, _) in figures.Dimensions) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in figures.Values)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
