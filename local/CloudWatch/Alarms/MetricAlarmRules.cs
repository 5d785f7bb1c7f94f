using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What PutMetricAlarm refuses.</summary>
internal static class MetricAlarmRules
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int Week = 7 * Day;

    public static void Check(MetricAlarmConfiguration alarm)
    {
        Ranges(alarm);
        alarm.CheckNameAndActions();
        if (alarm.Metrics.Count > 0)
        {
            MathAlarmRules.Check(alarm);
        }
        else
        {
            Presence(alarm);
            CheckStatistic(alarm);
        }
        if (alarm.Threshold is null)
            throw CloudWatchErrors.Validation("Threshold must be specified for an alarm on a static threshold.");
        Periods(alarm);
        if (ComparisonOperator.From(alarm.ComparisonOperator!) is null)
            throw CloudWatchErrors.NotSupported(
                $"the ComparisonOperator {alarm.ComparisonOperator}, which needs an anomaly detection band");
        if (alarm.Threshold is { } threshold && !double.IsFinite(threshold))
            throw CloudWatchErrors.InvalidValue($"The value {threshold} for parameter Threshold is invalid.");
        OneOf("TreatMissingData", alarm.TreatMissingData, ["breaching", "notBreaching", "ignore", "missing"]);
        OneOf("EvaluateLowSampleCountPercentile", alarm.EvaluateLowSampleCountPercentile, ["evaluate", "ignore"]);
    }

    private static void Ranges(MetricAlarmConfiguration alarm)
    {
        var constraints = alarm.Checked()
            .Length("namespace", alarm.Namespace, 1, 255)
            .Length("metricName", alarm.MetricName, 1, 255)
            .Count("dimensions", alarm.Dimensions, 30)
            .OneOf("statistic", alarm.Statistic, Statistic.Simple)
            .Range("period", alarm.Period, 1)
            .OneOf("unit", alarm.Unit, MetricUnits.All)
            .Required("evaluationPeriods", alarm.EvaluationPeriods)
            .Range("evaluationPeriods", alarm.EvaluationPeriods, 1)
            .Range("datapointsToAlarm", alarm.DatapointsToAlarm, 1)
            .Required("comparisonOperator", alarm.ComparisonOperator)
            .OneOf("comparisonOperator", alarm.ComparisonOperator, ComparisonOperator.Names);
        DimensionRules.Check(constraints, "dimensions", alarm.Dimensions);
        constraints.ThrowIfAny();
    }

    private static void Presence(MetricAlarmConfiguration alarm)
    {
        if (alarm.Namespace is null || alarm.MetricName is null)
            throw CloudWatchErrors.Validation("MetricName and Namespace, or Metrics, must be specified.");
        if (alarm.Namespace.StartsWith(':'))
            throw CloudWatchErrors.InvalidValue(
                $"The value {alarm.Namespace} for parameter Namespace is invalid: it must not begin with a colon.");
        if (alarm.Period is null) throw CloudWatchErrors.Validation("Period must be specified for an alarm on a metric.");
    }

    private static void CheckStatistic(MetricAlarmConfiguration alarm)
    {
        var (hasStatistic, hasExtended) = (alarm.Statistic is not null, alarm.ExtendedStatistic is not null);
        if (hasStatistic == hasExtended)
            throw CloudWatchErrors.Validation("Exactly one of Statistic and ExtendedStatistic must be specified.");
        if (alarm.ExtendedStatistic is not { } extended) return;
        if (Statistic.FromExtended(extended) is not { } statistic || !StatisticSyntax.IsForAlarms(statistic))
            throw CloudWatchErrors.InvalidValue(
                $"The value {extended} for parameter ExtendedStatistic is not supported: an alarm "
                + $"takes {StatisticSyntax.AlarmExamples}.");
    }

    private static void Periods(MetricAlarmConfiguration alarm)
    {
        var (period, count) = (alarm.Step, alarm.EvaluationPeriods!.Value);
        if (period is not (10 or 20 or 30) && period % 60 != 0)
            throw CloudWatchErrors.Validation("Period must be 10, 20, 30 or a multiple of 60");
        if (alarm.DatapointsToAlarm > count)
            throw CloudWatchErrors.Validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        var (limit, words) = period < Hour ? (Day, "a day") : (Week, "seven days");
        if ((long)period * count > limit)
            throw CloudWatchErrors.Validation(
                $"Metrics cannot be checked across more than {words} (EvaluationPeriods * Period must be <= {limit}).");
    }

    private static void OneOf(string parameter, string? value, string[] allowed)
    {
        if (value is not null && !allowed.Contains(value))
            throw CloudWatchErrors.Validation(
                $"The value {value} is not supported for {parameter} parameter. Supported values "
                + $"are [{string.Join(", ", allowed)}].");
    }
}
