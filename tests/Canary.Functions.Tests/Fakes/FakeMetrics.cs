using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>
/// Metrics in memory: each minute of a version is the same unless a test says otherwise.
/// Keeps what was asked, since each call costs.
/// </summary>
internal sealed class FakeMetrics : IMetrics
{
    public List<MetricRequest> Asked { get; } = [];

    /// <summary>Why nothing can be read; null where it can.</summary>
    public MetricFault? Fault { get; set; }

    /// <summary>
    /// The value of a metric of Lambda's in a minute: by the version (null: all of the alias), the metric and the statistic.
    /// </summary>
    public Func<string?, string, string, DateTimeOffset, double?> Value { get; set; } = (_, _, _, _) => null;

    public Task<MetricReading> ReadAsync(MetricRequest request)
    {
        Asked.Add(request);
        if (Fault is not null) return Task.FromResult(MetricReading.Failed(Fault.Kind, Fault.Message));
        return Task.FromResult(new MetricReading(request.Queries.Where(query => query.IsWanted).ToDictionary(
            query => query.Id, IReadOnlyDictionary<DateTimeOffset, double> (query) => Series(query, request))));
    }

    private Dictionary<DateTimeOffset, double> Series(MetricQuery query, MetricRequest request)
    {
        var values = new Dictionary<DateTimeOffset, double>();
        for (var time = request.From; query.Source is { } source && time < request.Until; time = time.AddSeconds(query.Period))
        {
            if (Value(source.Dimensions.GetValueOrDefault("ExecutedVersion"), source.MetricName, source.Stat, time) is { } value)
                values[time] = value;
        }
        return values;
    }
}
