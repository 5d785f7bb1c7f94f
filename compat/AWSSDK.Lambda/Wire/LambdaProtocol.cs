using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Wire;

/// <summary>REST-JSON: an operation is its method and path, `GET /2015-03-31/functions/{FunctionName}`.</summary>
internal sealed class LambdaProtocol() : JsonProtocol("Amazon.Lambda", "2015-03-31", LambdaFaults.All)
{
    protected override void Write(IRequest request, AmazonWebServiceRequest input, string operation)
    {
        var space = operation.IndexOf(' ', StringComparison.Ordinal);
        request.HttpMethod = operation[..space];
        request.ResourcePath = operation[(space + 1)..];
        (input as IAddressed)?.Address(request);
        if (input is IShape body)
        {
            request.Headers["Content-Type"] = "application/json";
            request.Content = JsonWire.Encode(body);
        }
    }
}
