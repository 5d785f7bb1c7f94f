using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>Runs what an alarm is to do in its new state: a topic gets a mail, a function an event.</summary>
/// <param name="account">Whose alarms they are.</param>
/// <param name="targets">The topics and the functions.</param>
internal sealed class AlarmActions(AwsAccount account, ITargets targets)
{
    private static readonly Dictionary<string, string> Regions = new()
    {
        ["us-east-1"] = "US East (N. Virginia)",
        ["us-east-2"] = "US East (Ohio)",
        ["us-west-1"] = "US West (N. California)",
        ["us-west-2"] = "US West (Oregon)",
        ["ca-central-1"] = "Canada (Central)",
        ["eu-west-1"] = "EU (Ireland)",
        ["eu-west-2"] = "EU (London)",
        ["eu-west-3"] = "EU (Paris)",
        ["eu-central-1"] = "EU (Frankfurt)",
        ["eu-north-1"] = "EU (Stockholm)",
        ["ap-northeast-1"] = "Asia Pacific (Tokyo)",
        ["ap-southeast-1"] = "Asia Pacific (Singapore)",
        ["ap-southeast-2"] = "Asia Pacific (Sydney)",
        ["ap-south-1"] = "Asia Pacific (Mumbai)",
        ["sa-east-1"] = "South America (Sao Paulo)",
    };

    /// <summary>Runs the new state's actions, unless they are switched off.</summary>
    public void Run(AlarmStateChange change)
    {
        var alarm = change.Alarm;
        if (!alarm.Common.ActionsEnabled) return;
        foreach (var action in Actions(alarm))
        {
            try
            {
                if (action.StartsWith("arn:aws:sns:", StringComparison.Ordinal))
                    targets.Send(action, JsonText.Write(Mail(change)), Subject(alarm));
                else targets.Send(action, JsonText.Write(Event(change)));
            }
            catch (AwsException)
            {
                // The topic or the function is not there. On AWS only the alarm's history tells of it.
            }
        }
    }

    private static IReadOnlyList<string> Actions(Alarm alarm) => alarm.State.Value switch
    {
        AlarmStateValue.Ok => alarm.Common.OkActions,
        AlarmStateValue.Alarm => alarm.Common.AlarmActions,
        _ => alarm.Common.InsufficientDataActions,
    };

    private string RegionName => Regions.GetValueOrDefault(account.Region, account.Region);

    private string Subject(Alarm alarm)
    {
        var subject = $"{alarm.State.Value.Text()}: \"{alarm.Name}\" in {RegionName}";
        // A topic takes no more, and only ASCII.
        subject = string.Concat(subject.Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
        return subject.Length <= 100 ? subject : $"{subject[..97]}...";
    }

    private JsonObject Mail(AlarmStateChange change)
    {
        var (alarm, common) = (change.Alarm, change.Alarm.Common);
        return new JsonObject
        {
            ["AlarmName"] = alarm.Name,
            ["AlarmDescription"] = common.Description,
            ["AWSAccountId"] = account.Id,
            ["AlarmConfigurationUpdatedTimestamp"] = StateDocument.Moment(alarm.ConfigurationUpdated),
            ["NewStateValue"] = alarm.State.Value.Text(),
            ["NewStateReason"] = alarm.State.Reason,
            ["StateChangeTime"] = StateDocument.Moment(alarm.State.Updated),
            ["Region"] = RegionName,
            ["AlarmArn"] = alarm.Arn,
            ["OldStateValue"] = change.Previous.Value.Text(),
            ["OKActions"] = List(common.OkActions),
            ["AlarmActions"] = List(common.AlarmActions),
            ["InsufficientDataActions"] = List(common.InsufficientDataActions),
            [alarm is CompositeAlarm ? "AlarmRule" : "Trigger"] = alarm switch
            {
                CompositeAlarm composite => composite.Configuration.AlarmRule,
                MetricAlarm metric => AlarmTrigger.Of(metric.Configuration),
                _ => null,
            },
        };
    }

    private JsonObject Event(AlarmStateChange change) => new()
    {
        ["source"] = "aws.cloudwatch",
        ["alarmArn"] = change.Alarm.Arn,
        ["accountId"] = account.Id,
        ["time"] = change.Alarm.State.Updated.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
        ["region"] = account.Region,
        ["alarmData"] = AlarmEvent.Detail(change),
    };

    private static JsonArray List(IReadOnlyList<string> arns) => [.. arns.Select(arn => JsonValue.Create(arn))];
}
