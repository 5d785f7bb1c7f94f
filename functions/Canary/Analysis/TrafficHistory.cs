using Canary.Ports;

namespace Canary.Analysis;

/// <summary>
/// What both readings of the time before a rollout have shown: the second asks by what the first has found to be slow.
/// </summary>
/// <param name="Requests">Requests, failures, percentiles of the durations, and the user's own metrics.</param>
/// <param name="Slow">How many requests were slow in each minute; null where that is not judged.</param>
public sealed record TrafficHistory(MetricReading Requests, MetricReading? Slow);
