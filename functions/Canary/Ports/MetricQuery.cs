namespace Canary.Ports;

/// <summary>One query of a <see cref="MetricRequest"/>: a metric, or an expression over others.</summary>
/// <param name="Id">Its id: a small letter, then letters, digits and _.</param>
public sealed record MetricQuery(string Id)
{
    /// <summary>The metric, with its dimensions as they are; null for an expression.</summary>
    public MetricSource? Source { get; init; }

    /// <summary>Metric math over other queries' ids; null for a metric.</summary>
    public string? Expression { get; init; }

    /// <summary>Seconds of each value: a multiple of 60.</summary>
    public int Period { get; init; } = 60;

    /// <summary>Whether its values are wanted, and not only those of an expression over it.</summary>
    public bool IsWanted { get; init; } = true;
}
