using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class DeleteAlarms
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        service.DeleteAlarms(input.Texts("AlarmNames")!);
        return null;
    }
}
