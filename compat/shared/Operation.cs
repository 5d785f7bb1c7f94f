#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Compat;

/// <summary>
/// One operation as AWSSDK.Core's pipeline wants it: marshaller and unmarshaller in one.
/// The base class is the JSON one for every protocol, since its context hands over the plain stream.
/// </summary>
internal sealed class Operation<TResponse>(Protocol protocol, string operation) : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input) => protocol.Marshall(input, operation);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var answer = new TResponse();
        protocol.Unmarshall(answer, input);
        return answer;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        protocol.Fault(input, innerException, statusCode);
}
