namespace Canary.Local.CloudWatch.Model;

/// <summary>What a line of a log says about one metric.</summary>
/// <param name="Identity">Which metric.</param>
/// <param name="Timestamp">When it was, by the clock of whoever wrote the line.</param>
/// <param name="Values">What was observed.</param>
/// <param name="Unit">One of CloudWatch's.</param>
public sealed record EmbeddedMetric(
    MetricIdentity Identity, DateTimeOffset Timestamp, IReadOnlyList<double> Values, string Unit);
