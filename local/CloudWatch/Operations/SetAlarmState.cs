using Canary.Local.CloudWatch.Protocols;

namespace Canary.Local.CloudWatch.Operations;

internal static class SetAlarmState
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        service.SetAlarmState(input.Text("AlarmName")!, input.Text("StateValue")!, input.Text("StateReason")!, input.Text("StateReasonData"));
        return null;
    }
}
