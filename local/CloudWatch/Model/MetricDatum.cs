
namespace Canary.Local.CloudWatch.Model;

/// <summary>
/// What PutMetricData says about one metric: one of <see cref="Value"/>, <see cref="Values"/> and <see cref="Statistics"/>.
/// </summary>
public sealed record MetricDatum
{
    /// <summary>1 to 255 characters.</summary>
    public required string MetricName { get; init; }

    /// <summary>At most 30.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; init; } = [];

    /// <summary>At most two weeks ago, at most two hours ahead; now if it is null.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>One observation.</summary>
    public double? Value { get; init; }

    /// <summary>Up to 150 observations, each as often as <see cref="Counts"/> says.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>As many as <see cref="Values"/>; each 1 if it is null.</summary>
    public IReadOnlyList<double>? Counts { get; init; }

    /// <summary>Observations already summed up.</summary>
    public StatisticSet? Statistics { get; init; }

    /// <summary><c>None</c> if it is null.</summary>
    public string? Unit { get; init; }

    /// <summary>1 or 60 seconds; 60 if it is null.</summary>
    public int? StorageResolution { get; init; }
}
