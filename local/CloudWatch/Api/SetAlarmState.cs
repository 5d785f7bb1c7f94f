using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class SetAlarmState
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        service.SetAlarmState(input.Text("AlarmName")!, input.Text("StateValue")!, input.Text("StateReason")!, input.Text("StateReasonData"));
        return null;
    }
}
