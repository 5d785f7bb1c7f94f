using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch;

// Metrics: data put and read.
public sealed partial class CloudWatchService
{
    /// <summary>
    /// Raised with the number of metrics that GetMetricData was asked for: what AWS charges for. Be quick, and do not throw.
    /// </summary>
    public event Action<int>? MetricsRead;

    /// <summary>Puts a client's own metrics. All of them are refused if one is wrong.</summary>
    /// <exception cref="AwsException">AWS refuses them; a namespace of AWS's own, too.</exception>
    public void PutMetricData(string metricNamespace, IReadOnlyList<MetricDatum> data)
    {
        var now = Now;
        MetricDatumRules.Check(metricNamespace, data, now);
        foreach (var datum in data)
        {
            var metric = new MetricIdentity(metricNamespace, datum.MetricName, datum.Dimensions);
            Metrics.Record(
                metric,
                datum.Unit ?? MetricUnits.None,
                datum.Timestamp ?? now,
                datum.StorageResolution ?? 60,
                aggregate => aggregate.Add(datum));
        }
    }

    /// <summary>Reads metrics and computes expressions, newest first unless told otherwise.</summary>
    /// <exception cref="AwsException">AWS refuses the queries.</exception>
    public IReadOnlyList<MetricDataResult> GetMetricData(
        IReadOnlyList<MetricDataQuery> queries, MetricSpan span, bool oldestFirst = false)
    {
        MetricDataQueryRules.Check(queries, span);
        MetricsRead?.Invoke(queries.Count(query => query is MetricStatQuery));
        return new MetricReader(Metrics, Now).Answer(queries, span, oldestFirst);
    }
}
