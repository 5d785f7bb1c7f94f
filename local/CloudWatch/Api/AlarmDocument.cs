using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>An alarm as DescribeAlarms returns it: what was not given is absent, lists are never.</summary>
internal static class AlarmDocument
{
    public static WireMap Of(MetricAlarm alarm)
    {
        var (map, configuration) = (Common(alarm), alarm.Configuration);
        map.Add("MetricName", configuration.MetricName);
        map.Add("Namespace", configuration.Namespace);
        map.Add("Statistic", configuration.Statistic);
        map.Add("ExtendedStatistic", configuration.ExtendedStatistic);
        map.Add("Dimensions", Dimensions(configuration.Dimensions));
        map.Add("Period", configuration.Period);
        map.Add("Unit", configuration.Unit);
        map.Add("EvaluationPeriods", configuration.EvaluationPeriods);
        map.Add("DatapointsToAlarm", configuration.DatapointsToAlarm);
        map.Add("Threshold", configuration.Threshold);
        map.Add("ComparisonOperator", configuration.ComparisonOperator);
        map.Add("TreatMissingData", configuration.TreatMissingData);
        map.Add("EvaluateLowSampleCountPercentile", configuration.EvaluateLowSampleCountPercentile);
        if (configuration.Metrics.Count > 0)
            map.Add("Metrics", configuration.Metrics.Select(MetricDataQueryDocument.Write).ToList());
        return map;
    }

    public static WireMap Of(CompositeAlarm alarm)
    {
        var map = Common(alarm);
        map.Add("AlarmRule", alarm.Configuration.AlarmRule);
        return map;
    }

    public static List<WireMap> Dimensions(IEnumerable<KeyValuePair<string, string>> dimensions) =>
        [.. dimensions.Select(dimension => new WireMap { { "Name", dimension.Key }, { "Value", dimension.Value } })];

    private static WireMap Common(Alarm alarm) => new()
    {
        { "AlarmName", alarm.Name },
        { "AlarmArn", alarm.Arn },
        { "AlarmDescription", alarm.Common.Description },
        { "AlarmConfigurationUpdatedTimestamp", alarm.ConfigurationUpdated },
        { "ActionsEnabled", alarm.Common.ActionsEnabled },
        { "OKActions", alarm.Common.OkActions },
        { "AlarmActions", alarm.Common.AlarmActions },
        { "InsufficientDataActions", alarm.Common.InsufficientDataActions },
        { "StateValue", alarm.State.Value.Text() },
        { "StateReason", alarm.State.Reason },
        { "StateReasonData", alarm.State.ReasonData },
        { "StateUpdatedTimestamp", alarm.State.Updated },
        { "StateTransitionedTimestamp", alarm.State.Transitioned },
    };
}
