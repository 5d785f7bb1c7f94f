namespace Canary.Analyzing;

/// <summary>A metric of the user's own that both versions are compared by.</summary>
/// <param name="Name">What it is called in a reason.</param>
/// <param name="Kind">What its numbers are.</param>
/// <param name="Direction">Which way it gets worse.</param>
/// <param name="Tolerance">How much worse the candidate may be, and how often the judge may be wrong about it.</param>
/// <param name="Sources">The metrics by their ids: one, or those that <paramref name="Expression"/> is made of.</param>
/// <param name="Expression">Metric math over the ids, or null where the one source is the metric.</param>
public sealed record CustomMetric(
    string Name,
    MetricKind Kind,
    MetricDirection Direction,
    ToleranceChoice Tolerance,
    IReadOnlyDictionary<string, MetricSource> Sources,
    string? Expression)
{
    /// <summary>Whether more of it is good: then the stable version's may be only so much more than the candidate's.</summary>
    internal bool IsGood => Direction == MetricDirection.Decrease;
}
