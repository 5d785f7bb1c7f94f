using Amazon.Compat;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.EventBridge.Wire;

internal static class EventBridgeFaults
{
    public static readonly Faults All = new(
        e => new AmazonEventBridgeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        new Dictionary<string, Func<ErrorResponse, AmazonServiceException>>
        {
            ["InternalException"] = e => new InternalException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        });
}
