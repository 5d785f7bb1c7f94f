namespace Canary.Ports;

/// <summary>The port to CloudWatch's metrics.</summary>
public interface IMetrics
{
    /// <summary>
    /// Reads metrics in one call, or in as many as CloudWatch needs pages. What goes wrong is in the answer:
    /// a check must not fail with it.
    /// </summary>
    Task<MetricReading> ReadAsync(MetricRequest request);
}
