using System.Text;
using System.Text.Json;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>
/// CloudWatch's embedded metric format: a log line that is a JSON object, whose member <c>_aws</c> says which of its other
/// members are metrics and which are dimensions. What Lambda writes before it, such as the time, does not matter.
/// </summary>
internal static class EmbeddedMetricFormat
{
    private const int LongestName = 255;
    private const int LongestDimension = 1024;
    private const int MostDimensions = 30;
    private const int MostMetrics = 100;
    private const int MostValues = 100;
    private const int LargestLine = 1024 * 1024;
    private const long LastMillisecond = 253_402_300_799_999;
    private static readonly double Largest = Math.Pow(2, 360);

    /// <returns>
    /// None if it is no such document, or breaks the specification anywhere: then CloudWatch takes nothing of it.
    /// </returns>
    public static IReadOnlyList<EmbeddedMetric> Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var start = line.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || !line.Contains("\"_aws\"", StringComparison.Ordinal)) return [];
        if (Encoding.UTF8.GetByteCount(line) > LargestLine) return [];
        try
        {
            using var document = JsonDocument.Parse(line.AsMemory(start));
            return Document(document.RootElement) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static List<EmbeddedMetric>? Document(JsonElement root)
    {
        if (Member(root, "_aws") is not { } metadata
            || Member(metadata, "Timestamp") is not { ValueKind: JsonValueKind.Number } stamp
            || !stamp.TryGetInt64(out var milliseconds) || milliseconds is < 0 or > LastMillisecond
            || Items(metadata, "CloudWatchMetrics") is not { } directives)
            return null;
        var timestamp = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return All(directives, directive => Directive(root, directive, timestamp))?.SelectMany(some => some).ToList();
    }

    private static List<EmbeddedMetric>? Directive(JsonElement root, JsonElement directive, DateTimeOffset timestamp)
    {
        if (Name(Member(directive, "Namespace")) is not { } space
            || space[0] == ':' || space.StartsWith("AWS/", StringComparison.Ordinal)
            || Items(directive, "Dimensions") is not { Count: > 0 } sets
            || Items(directive, "Metrics") is not { Count: <= MostMetrics } metrics
            || All(sets, set => Dimensions(root, set)) is not { } dimensions
            || All(metrics, metric => Metric(root, metric)) is not { } targets)
            return null;
        return
        [
            .. from target in targets
               from set in dimensions
               select new EmbeddedMetric(new(space, target.Name, set), timestamp, target.Values, target.Unit),
        ];
    }

    private static List<KeyValuePair<string, string>>? Dimensions(JsonElement root, JsonElement set)
    {
        if (Items(set) is not { Count: <= MostDimensions } keys) return null;
        var dimensions = All(keys, key => Name(key) is { } name
            && Member(root, name) is { ValueKind: JsonValueKind.String } value
            && value.GetString() is { Length: > 0 and <= LongestDimension } text
                ? new Dimension(name, text)
                : null);
        if (dimensions is null || dimensions.DistinctBy(one => one.Name).Count() < dimensions.Count) return null;
        return [.. dimensions.Select(one => KeyValuePair.Create(one.Name, one.Value))];
    }

    private static Target? Metric(JsonElement root, JsonElement metric)
    {
        if (Name(Member(metric, "Name")) is not { } name || Member(root, name) is not { } value) return null;
        if (Member(metric, "StorageResolution") is { } resolution && !IsOneOf(resolution, 1, 60)) return null;
        var unit = Member(metric, "Unit") is { } given ? Name(given) : MetricUnits.None;
        var values = value.ValueKind == JsonValueKind.Array ? Items(value) : [value];
        if (unit is null || !MetricUnits.All.Contains(unit) || values is not { Count: <= MostValues }) return null;
        return values.All(IsNumber) ? new(name, [.. values.Select(one => one.GetDouble())], unit) : null;
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number) && Math.Abs(number) <= Largest;

    private static bool IsOneOf(JsonElement value, params int[] numbers) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && numbers.Contains(number);

    private static string? Name(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text
        && text.GetString() is { Length: > 0 and <= LongestName } name ? name : null;

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    private static List<JsonElement>? Items(JsonElement value, string name) =>
        Member(value, name) is { } list ? Items(list) : null;

    private static List<JsonElement>? Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    // Null if it is null for one of them.
    private static List<T>? All<T>(List<JsonElement> items, Func<JsonElement, T?> read)
        where T : class
    {
        var all = items.Select(read).OfType<T>().ToList();
        return all.Count == items.Count ? all : null;
    }

    private sealed record Dimension(string Name, string Value);

    private sealed record Target(string Name, IReadOnlyList<double> Values, string Unit);
}
