namespace Canary.Local.CloudWatch.Metrics;

/// <summary>Where the embedded services put their own metrics.</summary>
public interface IMetricSink
{
    /// <summary>Records one observation. Thread-safe, and cheap enough for every invocation.</summary>
    /// <param name="metricNamespace">The namespace, such as <c>AWS/Lambda</c>.</param>
    /// <param name="name">The metric's name.</param>
    /// <param name="dimensions">Its dimensions; their order does not matter.</param>
    /// <param name="timestamp">The moment that it belongs to.</param>
    /// <param name="value">The value observed.</param>
    /// <param name="unit">A CloudWatch unit, such as <c>Count</c> or <c>Milliseconds</c>.</param>
    void Put(
        string metricNamespace,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> dimensions,
        DateTimeOffset timestamp,
        double value,
        string unit);
}
