using Canary.Local.CloudWatch.Protocols;

namespace Canary.Local.CloudWatch.Operations;

internal static class DeleteAlarms
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        service.DeleteAlarms(input.Texts("AlarmNames")!);
        return null;
    }
}
