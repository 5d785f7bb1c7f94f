using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Ports;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// Reads the metrics of the user's own. Whether CloudWatch can make sense of them is seen when the plan asks it.
/// </summary>
internal static partial class CustomMetricReader
{
    private const int Most = 5;
    private const int MostSources = CustomMetric.MostSources;

    // CloudWatch's own bound.
    private const int LongestExpression = 2_048;
    private const string OneSource = "only";

    private static readonly string[] SourceFields = ["namespace", "metricName", "stat", "dimensions"];
    private static readonly string[] Fields =
        ["preset", "name", "kind", "direction", "expression", "sources", .. ToleranceReader.Fields, .. SourceFields];

    public static IReadOnlyList<CustomMetric> Read(FieldReader analysis, List<string> faults)
    {
        var list = analysis.List(
            "metrics", Most, "metrics such as {\"name\": \"declined payments\", \"kind\": \"count\", \"namespace\": …}") ?? [];
        var metrics = list.Select((value, i) => ReadOne(value, $"analysis.metrics[{i}]", faults)).OfType<CustomMetric>().ToList();
        foreach (var twice in metrics.GroupBy(metric => metric.Name).Where(group => group.Count() > 1))
            faults.Add($"analysis.metrics names {Quoted.Of(twice.Key)} twice. Give each metric a name of its own.");
        return metrics;
    }

    private static CustomMetric? ReadOne(JsonElement value, string where, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{where} is {Quoted.Of(value)}. It must be an object with a preset, or with name, kind, direction, "
                + "and a metric or an expression.");
            return null;
        }
        var fields = new FieldReader(value, where + ".", faults, Fields);
        var before = faults.Count;
        if (!MetricPresets.Fill(fields)) return null;
        Required(fields, "name", "kind", "direction");
        var (name, kind, direction) =
            (fields.Text("name", 60, "what the metric is called in a reason"), fields.Word("kind", ["count", "value"]),
                fields.Word("direction", ["increase", "decrease"]));
        var tolerance = ToleranceReader.Read(fields, ToleranceChoice.Custom);
        var expression = fields.Text("expression", LongestExpression, "metric math over the ids in sources", lines: true);
        var sources = expression is null && !fields.Has("expression")
            ? Single(fields, where, faults)
            : Several(fields, where, faults);
        if (faults.Count > before) return null;
        CustomMetricFaults.Find(fields, where, (name!, kind!), expression, sources);
        if (!sources.Values.All(source => source.TellsVersionsApart))
            fields.Fault($"{where} names no {MetricSource.Version} in the dimensions of each of its metrics, "
                + "so both versions would have the same. "
                + $"Write {MetricSource.Version} where the version's number stands, such as \"ExecutedVersion\": "
                + $"\"{MetricSource.Version}\".");
        if (expression is not null && CustomMetric.Renamed(expression, sources).Length is var length and > LongestExpression)
            fields.Fault(TooLong(where, expression, length));
        return new(
            name!,
            kind == "count" ? MetricKind.Count : MetricKind.Value,
            direction == "increase" ? MetricDirection.Increase : MetricDirection.Decrease,
            tolerance, sources, expression);
    }

    private static string TooLong(string where, string expression, int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"{where}.expression has {expression.Length:N0} characters, "
        + $"and {length:N0} once each of its metrics has an id of two characters, ")
        + string.Create(CultureInfo.InvariantCulture, $"by which one request asks for both versions. "
        + $"CloudWatch takes {LongestExpression:N0}: shorten it, or split it into two metrics.");

    private static Dictionary<string, MetricSource> Single(FieldReader fields, string where, List<string> faults)
    {
        if (fields.Has("sources")) fields.Fault(
            $"{where}.sources is given without expression. Give the expression over them, or one metric without sources.");
        return ReadSource(fields, where, faults) is { } source ? new() { [OneSource] = source } : [];
    }

    private static Dictionary<string, MetricSource> Several(FieldReader fields, string where, List<string> faults)
    {
        foreach (var name in SourceFields.Where(fields.Has))
            fields.Fault($"{where}.{name} is given beside expression. Put it into sources, under an id.");
        var sources = new Dictionary<string, MetricSource>();
        if (fields.Find("sources") is not { ValueKind: JsonValueKind.Object } value)
        {
            fields.Fault(
                $"{where}.sources must be an object of the metrics by their ids, such as {{\"m1\": {{\"namespace\": …}}}}.");
            return sources;
        }
        foreach (var source in value.EnumerateObject())
        {
            var place = $"{where}.sources.{Quoted.Name(source.Name)}";
            if (!Id().IsMatch(source.Name))
                fields.Fault($"{place} is no id. Begin with a small letter, and use letters, digits and _, 20 at most.");
            else if (source.Value.ValueKind != JsonValueKind.Object)
                fields.Fault(
                    $"{place} is {Quoted.Of(source.Value)}. It must be an object with {string.Join(", ", SourceFields)}.");
            else if (sources.ContainsKey(source.Name)) fields.Fault($"{place} is given twice.");
            else if (ReadSource(new FieldReader(source.Value, place + ".", faults, SourceFields), place, faults) is { } read)
                sources[source.Name] = read;
        }
        if (sources.Count > MostSources)
            fields.Fault($"{where}.sources has {sources.Count} metrics. An expression may have {MostSources}.");
        return sources;
    }

    private static MetricSource? ReadSource(FieldReader fields, string where, List<string> faults)
    {
        Required(fields, SourceFields);
        var (space, name, stat) =
            (fields.Text("namespace", 255, "a namespace of CloudWatch's"), fields.Text("metricName", 255, "a metric's name"),
                fields.Text("stat", 40, "a statistic such as Sum or p99"));
        if (fields.Find("dimensions") is not { } value) return null;
        var dimensions = new Dictionary<string, string>();
        if (value.ValueKind != JsonValueKind.Object)
            faults.Add($"{where}.dimensions is {Quoted.Of(value)}. It must be an object of names and values.");
        foreach (var one in value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            if (one.Value.ValueKind != JsonValueKind.String
                || one.Name.Length is 0 or > 255
                || one.Value.GetString() is not { Length: > 0 and <= 255 } text)
                faults.Add($"{where}.dimensions.{Quoted.Name(one.Name)} is {Quoted.Of(one.Value)}. "
                    + "It must be a text in 1 to 255 characters.");
            else if (!dimensions.TryAdd(one.Name, text))
                faults.Add($"{where}.dimensions.{Quoted.Name(one.Name)} is given twice.");
        }
        return space is null || name is null || stat is null ? null : new(space, name, stat, dimensions);
    }

    private static void Required(FieldReader fields, params string[] names)
    {
        foreach (var name in names.Where(name => !fields.Has(name))) fields.FaultOf(name, "is missing. Give it.");
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9_]{0,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
