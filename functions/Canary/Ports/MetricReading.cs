namespace Canary.Ports;

/// <summary>What was read: the values of each query by their minutes, or why there are none.</summary>
/// <param name="Series">By the queries' ids. A minute without a value is not in it.</param>
public sealed record MetricReading(IReadOnlyDictionary<string, IReadOnlyDictionary<DateTimeOffset, double>> Series)
{
    private static readonly Dictionary<DateTimeOffset, double> Nothing = [];

    /// <summary>Why nothing could be read; null where it was.</summary>
    public MetricFault? Fault { get; init; }

    /// <summary>A reading that failed.</summary>
    public static MetricReading Failed(MetricFaultKind kind, string message) =>
        new(new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>()) { Fault = new(kind, message) };

    /// <summary>This reading, and what another one has shown of other queries.</summary>
    public MetricReading And(MetricReading other) =>
        this with { Series = Series.Concat(other.Series).ToDictionary(one => one.Key, one => one.Value) };

    /// <summary>The values of a query; none where it had none.</summary>
    internal IReadOnlyDictionary<DateTimeOffset, double> Of(string id) => Series.GetValueOrDefault(id) ?? Nothing;
}
