using System.Text.Json.Nodes;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What an alarm watches, as the mail of its action says it.</summary>
internal static class AlarmTrigger
{
    public static JsonObject Of(MetricAlarmConfiguration alarm)
    {
        var trigger = alarm.Watched is null ? OneMetric(alarm) : new JsonObject { ["Period"] = alarm.Step };
        trigger["EvaluationPeriods"] = alarm.EvaluationPeriods;
        if (alarm.DatapointsToAlarm is { } datapoints) trigger["DatapointsToAlarm"] = datapoints;
        trigger["ComparisonOperator"] = alarm.ComparisonOperator;
        trigger["Threshold"] = alarm.Threshold;
        trigger["TreatMissingData"] = alarm.TreatMissingData ?? "missing";
        trigger["EvaluateLowSampleCountPercentile"] = alarm.EvaluateLowSampleCountPercentile ?? "";
        if (alarm.Watched is not null) trigger["Metrics"] = new JsonArray([.. alarm.Metrics.Select(Query)]);
        return trigger;
    }

    private static JsonObject OneMetric(MetricAlarmConfiguration alarm)
    {
        var trigger = new JsonObject
        {
            ["MetricName"] = alarm.MetricName,
            ["Namespace"] = alarm.Namespace,
            ["StatisticType"] = alarm.Statistic is null ? "ExtendedStatistic" : "Statistic",
        };
        if (alarm.Statistic is null) trigger["ExtendedStatistic"] = alarm.ExtendedStatistic;
        else trigger["Statistic"] = Statistic(alarm.Statistic);
        trigger["Unit"] = alarm.Unit;
        trigger["Dimensions"] = Dimensions(alarm.Dimensions);
        trigger["Period"] = alarm.Period;
        return trigger;
    }

    private static JsonObject Query(MetricDataQuery query)
    {
        var document = new JsonObject { ["Id"] = query.Id };
        if (query is ExpressionQuery math) document["Expression"] = math.Expression;
        if (query is MetricStatQuery metric)
        {
            document["MetricStat"] = new JsonObject
            {
                ["Metric"] = new JsonObject
                {
                    ["Dimensions"] = Dimensions(metric.Metric.Dimensions),
                    ["MetricName"] = metric.Metric.Name,
                    ["Namespace"] = metric.Metric.Namespace,
                },
                ["Period"] = metric.Period,
                ["Stat"] = metric.Stat,
            };
        }
        if (query.Label is not null) document["Label"] = query.Label;
        document["ReturnData"] = query.ReturnData;
        return document;
    }

    private static JsonArray Dimensions(IEnumerable<KeyValuePair<string, string>> dimensions) =>
        [.. dimensions.Select(one => new JsonObject { ["value"] = one.Value, ["name"] = one.Key })];

    /// <summary>In capitals, as the oldest of CloudWatch's documents has it.</summary>
    private static string Statistic(string name) => name switch
    {
        "SampleCount" => "SAMPLE_COUNT",
        _ => name.ToUpperInvariant(),
    };
}
