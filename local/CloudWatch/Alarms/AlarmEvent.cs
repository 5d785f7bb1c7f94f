using System.Text.Json.Nodes;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

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

    private static JsonObject State(AlarmStateRecord state)
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
            MetricAlarm metric => new JsonObject { ["metrics"] = new JsonArray([.. Metrics(metric.Configuration)]) },
            CompositeAlarm composite => new JsonObject { ["alarmRule"] = composite.Configuration.AlarmRule },
            _ => [],
        };
        if (alarm.Common.Description is { } description) document["description"] = description;
        return document;
    }

    private static IEnumerable<JsonObject> Metrics(MetricAlarmConfiguration alarm) => alarm.Watched is not null
        ? alarm.Metrics.Select(Query)
        : [Query(new MetricStatQuery(Guid.NewGuid().ToString(), alarm.Metric, StatisticOf(alarm), alarm.Step))];

    private static string StatisticOf(MetricAlarmConfiguration alarm) => (alarm.Statistic ?? alarm.ExtendedStatistic)!;

    private static JsonObject Query(MetricDataQuery query)
    {
        var document = new JsonObject { ["id"] = query.Id };
        if (query is ExpressionQuery math) document["expression"] = math.Expression;
        if (query is MetricStatQuery metric)
        {
            document["metricStat"] = new JsonObject
            {
                ["metric"] = new JsonObject
                {
                    ["namespace"] = metric.Metric.Namespace,
                    ["name"] = metric.Metric.Name,
                    ["dimensions"] = new JsonObject(
                        metric.Metric.Dimensions.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
                },
                ["period"] = metric.Period,
                ["stat"] = metric.Stat,
            };
        }
        if (query.Label is not null) document["label"] = query.Label;
        document["returnData"] = query.ReturnData;
        return document;
    }
}
