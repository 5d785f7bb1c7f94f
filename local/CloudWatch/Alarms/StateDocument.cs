using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>The JSON that comes with a state's reason, and with an item of the history.</summary>
internal static class StateDocument
{
    /// <param name="alarm">Whose state it is.</param>
    /// <param name="range">The periods looked at, newest first.</param>
    /// <param name="verdict">What they came to.</param>
    /// <param name="newest">When the newest of the periods begins.</param>
    /// <param name="now">When it was asked.</param>
    public static string Of(
        MetricAlarmConfiguration alarm,
        IReadOnlyList<MetricPoint?> range,
        EvaluationResult verdict,
        DateTimeOffset newest,
        DateTimeOffset now) =>
            Write(json =>
    {
        json.WriteString("version", "1.0");
        json.WriteString("queryDate", Moment(now));
        if (verdict.Points.Count > 0) json.WriteString("startDate", Moment(verdict.Points[^1].Timestamp));
        if (alarm.Unit is not null) json.WriteString("unit", alarm.Unit);
        if (alarm.Watched is null) json.WriteString("statistic", alarm.Statistic ?? alarm.ExtendedStatistic);
        json.WriteNumber("period", alarm.Step);
        json.WriteStartArray("recentDatapoints");
        foreach (var point in verdict.Points.Reverse()) json.WriteRawValue(JavaNumber.Text(point.Value));
        json.WriteEndArray();
        Number(json, "threshold", alarm.Threshold!.Value);
        json.WriteStartArray("evaluatedDatapoints");
        foreach (var (timestamp, point) in Evaluated(alarm.Step, range, verdict, newest))
            Datapoint(json, timestamp, point, alarm.Watched is not null);
        json.WriteEndArray();
    });

    /// <summary>For a composite: the alarms whose states decided.</summary>
    public static string Of(IEnumerable<Alarm> triggering) => Write(json =>
    {
        json.WriteStartArray("triggeringAlarms");
        foreach (var alarm in triggering)
        {
            json.WriteStartObject();
            json.WriteString("arn", alarm.Arn);
            json.WriteStartObject("state");
            json.WriteString("value", alarm.State.Value.Text());
            json.WriteString("timestamp", Moment(alarm.State.Updated));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>For the history: the state before and after.</summary>
    public static string Of(AlarmStateChange change) => Write(json =>
    {
        json.WriteString("version", "1.0");
        State(json, "oldState", change.Previous);
        State(json, "newState", change.Alarm.State);
    });

    /// <summary>For the history: what was done with an alarm's configuration.</summary>
    public static string Of(string verb) => Write(json =>
    {
        json.WriteString("version", "1.0");
        json.WriteString("type", verb switch { "created" => "Create", "updated" => "Update", _ => "Delete" });
    });

    private static void State(Utf8JsonWriter json, string name, AlarmStateRecord state)
    {
        json.WriteStartObject(name);
        json.WriteString("stateValue", state.Value.Text());
        json.WriteString("stateReason", state.Reason);
        if (state.ReasonData is not null)
        {
            json.WritePropertyName("stateReasonData");
            json.WriteRawValue(state.ReasonData);
        }
        json.WriteEndObject();
    }

    private static IEnumerable<(DateTimeOffset, MetricPoint?)> Evaluated(
        int period, IReadOnlyList<MetricPoint?> range, EvaluationResult verdict, DateTimeOffset newest)
    {
        var gaps = verdict.Filled;
        for (var index = 0; index < range.Count; index++)
        {
            if (range[index] is { } point && verdict.Points.Contains(point)) yield return (point.Timestamp, point);
            else if (range[index] is null && gaps-- > 0) yield return (newest.AddSeconds(-index * (double)period), null);
        }
    }

    private static void Datapoint(Utf8JsonWriter json, DateTimeOffset timestamp, MetricPoint? point, bool isComputed)
    {
        json.WriteStartObject();
        json.WriteString("timestamp", Moment(timestamp));
        if (point is not null)
        {
            if (!isComputed) Number(json, "sampleCount", point.SampleCount);
            Number(json, "value", point.Value);
        }
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JavaNumber.Text(value));
    }

    /// <summary>A timestamp as CloudWatch writes it into documents.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var relaxed = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, relaxed))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
