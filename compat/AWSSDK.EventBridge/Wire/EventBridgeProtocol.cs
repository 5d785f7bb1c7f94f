using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.EventBridge.Wire;

/// <summary>AWS JSON 1.1: the operation is a header.</summary>
internal sealed class EventBridgeProtocol() : JsonProtocol("Amazon.EventBridge", "2015-10-07", EventBridgeFaults.All)
{
    protected override void Write(IRequest request, AmazonWebServiceRequest input, string operation)
    {
        request.Headers["X-Amz-Target"] = $"AWSEvents.{operation}";
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Content = JsonWire.Encode((IShape)input);
    }
}
