using Amazon.Compat;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Wire;

internal static class Operations
{
    private static readonly EventBridgeProtocol s_eventBridge = new();

    public static readonly Operation<PutEventsResponse> PutEvents = new(s_eventBridge, "PutEvents");
}
