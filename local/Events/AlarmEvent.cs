using System.Text.Json.Nodes;
using Canary.Local.CloudWatch.Alarms;

namespace Canary.Local.Events;

/// <summary>"CloudWatch Alarm State Change".</summary>
internal static class AlarmEvent
{
    public const string DetailType = "CloudWatch Alarm State Change";

    /// <summary>The detail.</summary>
    public static JsonObject Detail(AlarmStateChange change) => new()
    {
        ["alarmName"] = change.Alarm.Name,
        ["state"] = State(change.Alarm.State),
        ["previousState"] = State(change.Previous),
        ["configuration"] = Configuration(change.Alarm),
    };

    private static JsonObject State(AlarmState state)
    {
        var document = new JsonObject { ["value"] = state.Value.Text(), ["reason"] = state.Reason };
        if (state.ReasonData is not null) document["reasonData"] = state.ReasonData;
        document["timestamp"] = StateDocument.Moment(state.Updated);
        return document;
    }

    private static JsonObject Configuration(Alarm alarm)
    {
        var document = alarm switch
        {
            MetricAlarm metric => new JsonObject { ["metrics"] = new JsonArray(Metric(metric.Configuration)) },
            CompositeAlarm composite => new JsonObject { ["alarmRule"] = composite.Configuration.AlarmRule },
            _ => [],
        };
        if (alarm.Common.Description is { } description) document["description"] = description;
        return document;
    }

    private static JsonObject Metric(MetricAlarmConfiguration alarm) => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["metricStat"] = new JsonObject
        {
            ["metric"] = new JsonObject
            {
                ["namespace"] = alarm.Space,
                ["name"] = alarm.MetricName,
                ["dimensions"] = new JsonObject(alarm.Dimensions.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            },
            ["period"] = alarm.Period,
            ["stat"] = alarm.Statistic ?? alarm.ExtendedStatistic,
        },
        ["returnData"] = true,
    };
}
