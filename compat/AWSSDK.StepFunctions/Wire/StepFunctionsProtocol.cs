using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions.Wire;

/// <summary>AWS JSON 1.0: the operation is a header.</summary>
internal sealed class StepFunctionsProtocol() : JsonProtocol("Amazon.StepFunctions", "2016-11-23", StepFunctionsFaults.All)
{
    protected override void Write(IRequest request, AmazonWebServiceRequest input, string operation)
    {
        request.Headers["X-Amz-Target"] = $"AWSStepFunctions.{operation}";
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Content = JsonWire.Encode((IShape)input);
    }
}
