using Canary.Ports;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>
/// What both versions did, and when CloudWatch knows of it: each part of a minute arrives
/// for itself, and is added to what is there.
/// </summary>
internal sealed class MetricWorld
{
    public const string Candidate = "4";
    public const string Stable = "3";

    private readonly Dictionary<
        (string? Version, string Metric, string Stat),
        List<(DateTimeOffset Minute, double Value, DateTimeOffset Arrives)>> _parts = [];

    /// <summary>How long a metric of a version is under way, from the end of what it tells of; by when that began.</summary>
    public Func<string?, string, DateTimeOffset, TimeSpan> Delay { get; init; } = (_, _, _) => TimeSpan.Zero;

    public static DateTimeOffset At(double seconds) => Given.Time.AddSeconds(seconds);

    /// <summary>The same in each of some minutes, counted from the rollout's beginning.</summary>
    public MetricWorld Serve(string? version, int from, int count, long requests, long failed = 0, long slow = 0)
    {
        for (var minute = from; minute < from + count; minute++) Serve(version, At(60 * minute), 60, requests, failed, slow);
        return this;
    }

    /// <summary>Requests within some seconds.</summary>
    public void Serve(string? version, DateTimeOffset from, int seconds, long requests, long failed, long slow = 0)
    {
        if (requests == 0) return;
        Put(version, "Invocations", "Sum", from, requests, seconds);
        Put(version, "Errors", "Sum", from, failed, seconds);
        Put(version, "Errors", "SampleCount", from, requests, seconds);
        Put(version, "Duration", "SampleCount", from, requests, seconds);
        Put(version, "Duration", "TC", from, slow, seconds);
    }

    public MetricWorld Put(string? version, string metric, string stat, DateTimeOffset from, double value, int seconds = 60)
    {
        var minute = from.AddTicks(-(from.Ticks % TimeSpan.TicksPerMinute));
        var key = (version, metric, stat);
        if (!_parts.TryGetValue(key, out var parts)) _parts[key] = parts = [];
        parts.Add((minute, value, from.AddSeconds(seconds) + Delay(version, metric, from)));
        return this;
    }

    /// <summary>What CloudWatch answers at a moment.</summary>
    public MetricReading Read(MetricRequest request, DateTimeOffset at) =>
        new(request.Queries.Where(query => query.IsWanted).ToDictionary(
            query => query.Id, IReadOnlyDictionary<DateTimeOffset, double> (query) => Series(query, request, at)));

    private Dictionary<DateTimeOffset, double> Series(MetricQuery query, MetricRequest request, DateTimeOffset at)
    {
        var values = new Dictionary<DateTimeOffset, double>();
        if (query.Source is not { } source) return values;
        var stat = source.Stat.StartsWith("TC(", StringComparison.Ordinal) ? "TC" : source.Stat;
        foreach (var (minute, value, arrives) in _parts.GetValueOrDefault(
            (source.Dimensions.GetValueOrDefault("ExecutedVersion"), source.MetricName, stat)) ?? [])
        {
            if (arrives <= at && minute >= request.From && minute < request.Until)
                values[minute] = values.GetValueOrDefault(minute) + value;
        }
        return values;
    }
}
