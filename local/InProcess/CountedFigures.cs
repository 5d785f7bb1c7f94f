using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Model;
using Canary.News;

namespace Canary.InProcess;

/// <summary>The metrics of rollouts: there is no log here of which CloudWatch could make them.</summary>
internal sealed class CountedFigures(CloudWatchService cloudWatch) : IFigures
{
    public void Write(RolloutFigures figures) => cloudWatch.PutMetricData(
        RolloutFigures.Namespace,
        [.. figures.Values.Select(one => new MetricDatum
        {
            MetricName = one.Name,
            Dimensions = figures.Dimensions,
            Unit = one.Unit,
            Value = one.Value,
        })]);
}
