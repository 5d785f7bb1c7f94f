using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class PutCompositeAlarm
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("PutCompositeAlarm", "ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod", "Tags");
        service.PutCompositeAlarm(new CompositeAlarmConfiguration
        {
            Name = input.Text("AlarmName")!,
            Description = input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            OkActions = input.Texts("OKActions") ?? [],
            AlarmActions = input.Texts("AlarmActions") ?? [],
            InsufficientDataActions = input.Texts("InsufficientDataActions") ?? [],
            AlarmRule = input.Text("AlarmRule")!,
        });
        return null;
    }
}
