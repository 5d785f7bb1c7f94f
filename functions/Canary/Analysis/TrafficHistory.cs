using Canary.Ports;

namespace Canary.Analysis;

/// <summary>
/// What the time before a rollout was like. How many requests were slow is asked once it is known what is slow.
/// </summary>
/// <param name="Requests">Requests, failures, percentiles of the durations, and the user's own metrics.</param>
/// <param name="Slow">How many requests were slow in each minute; null where that is not judged.</param>
public sealed record TrafficHistory(MetricReading Requests, MetricReading? Slow);
