using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What PutMetricAlarm refuses of an alarm on several metrics.</summary>
internal static class MathAlarmRules
{
    private const int Queries = 20;
    private const int MetricsInAll = 10;

    public static void Check(MetricAlarmConfiguration alarm)
    {
        var one = Given(alarm).ToList();
        if (one.Count > 0)
            throw CloudWatchErrors.Validation(
                $"The parameter Metrics and the parameters {string.Join(", ", one)} must not be specified together.");
        if (alarm.Metrics.Count > Queries)
            throw CloudWatchErrors.Validation($"The collection Metrics must not have a size greater than {Queries}.");
        if (alarm.Metrics.OfType<MetricStatQuery>().Count() is 0 or > MetricsInAll)
            throw CloudWatchErrors.Validation(
                $"The parameter Metrics must have 1 to {MetricsInAll} metrics: that many have a MetricStat.");
        if (alarm.Metrics.Count(query => query.ReturnData) != 1)
            throw CloudWatchErrors.Validation("Exactly one element of the metrics list should return data.");
        // As a question about any minute: whatever is wrong with the expressions shows.
        var end = DateTimeOffset.UnixEpoch.AddDays(1);
        var span = new MetricSpan(end.AddMinutes(-1), end);
        MetricDataQueryRules.Check(alarm.Metrics, span, "metrics", "Metrics");
        if (new MetricReader(new MetricStore(), end).Answer(alarm.Metrics, span, oldestFirst: true).Count > 1)
            throw CloudWatchErrors.Validation(
                $"The expression {alarm.Watched!.Id} must come to one time series, not to an array of them.");
    }

    /// <summary>What belongs to an alarm on one metric.</summary>
    private static IEnumerable<string> Given(MetricAlarmConfiguration alarm)
    {
        if (alarm.MetricName is not null) yield return nameof(alarm.MetricName);
        if (alarm.Namespace is not null) yield return "Namespace";
        if (alarm.Dimensions.Count > 0) yield return nameof(alarm.Dimensions);
        if (alarm.Statistic is not null) yield return nameof(alarm.Statistic);
        if (alarm.ExtendedStatistic is not null) yield return nameof(alarm.ExtendedStatistic);
        if (alarm.Period is not null) yield return nameof(alarm.Period);
        if (alarm.Unit is not null) yield return nameof(alarm.Unit);
    }
}
