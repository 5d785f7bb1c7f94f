#nullable enable
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Compat;

/// <summary>What all operations of one service have in common on the wire.</summary>
/// <param name="serviceName">As AWSSDK.Core wants it: the namespace, `Amazon.Lambda`.</param>
/// <param name="apiVersion">Sent as x-amz-api-version.</param>
/// <param name="faults">The exceptions of the service.</param>
internal abstract class Protocol(string serviceName, string apiVersion, Faults faults)
{
    public IRequest Marshall(AmazonWebServiceRequest input, string operation)
    {
        var request = new DefaultRequest(input, serviceName) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["x-amz-api-version"] = apiVersion;
        Write(request, input, operation);
        return request;
    }

    public void Unmarshall(AmazonWebServiceResponse answer, JsonUnmarshallerContext context)
    {
        var body = ReadAll(context.Stream);
        (answer as IShape)?.Map(new Reading(Decode(body.ToArray())));
        (answer as IAnswer)?.Take(context.ResponseData, body);
    }

    public AmazonServiceException Fault(JsonUnmarshallerContext context, Exception? inner, HttpStatusCode status)
    {
        var error = ReadError(context);
        error.InnerException = inner;
        error.StatusCode = status;
        var body = context.GetResponseBodyBytes();
        var exception = faults.Make(error);
        (exception as IShape)?.Map(new Reading(DecodeOrNothing(body)));
        (exception as IAnswer)?.Take(context.ResponseData, new MemoryStream(body));
        return exception;
    }

    protected abstract void Write(IRequest request, AmazonWebServiceRequest input, string operation);

    protected abstract IReadOnlyDictionary<string, object?> Decode(byte[] body);

    protected abstract ErrorResponse ReadError(JsonUnmarshallerContext context);

    /// <summary>An error from a proxy or a load balancer is not in the service's encoding.</summary>
    protected IReadOnlyDictionary<string, object?> DecodeOrNothing(byte[] body)
    {
        try
        {
            return Decode(body);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return new Dictionary<string, object?>();
        }
    }

    protected static MemoryStream ReadAll(Stream stream)
    {
        var all = new MemoryStream();
        stream.CopyTo(all);
        all.Position = 0;
        return all;
    }
}
