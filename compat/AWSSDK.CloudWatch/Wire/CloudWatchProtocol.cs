using System.Net;
using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudWatch.Wire;

/// <summary>
/// Smithy RPC v2 CBOR in query mode, as the official package has spoken since it left the Query protocol:
/// an error then also carries its older code in the header x-amzn-query-error, and that is the one callers know.
/// </summary>
internal sealed class CloudWatchProtocol() : Protocol("Amazon.CloudWatch", "2010-08-01", CloudWatchFaults.All)
{
    protected override void Write(IRequest request, AmazonWebServiceRequest input, string operation)
    {
        request.ResourcePath = $"service/GraniteServiceVersion20100801/operation/{operation}";
        request.Headers["smithy-protocol"] = "rpc-v2-cbor";
        request.Headers["x-amzn-query-mode"] = "true";
        request.Headers["Content-Type"] = "application/cbor";
        request.Headers["Accept"] = "application/cbor";
        request.Content = CborWire.Encode((IShape)input);
        if (operation == "PutMetricData")
        {
            request.CompressionAlgorithm = CompressionEncodingAlgorithm.gzip;
        }
    }

    protected override IReadOnlyDictionary<string, object> Decode(byte[] body) => CborWire.Decode(body);

    protected override ErrorResponse ReadError(JsonUnmarshallerContext context)
    {
        var headers = context.ResponseData;
        var body = DecodeOrNothing(ReadAll(context.Stream).ToArray());
        var error = new ErrorResponse
        {
            Code = Code(body.GetValueOrDefault("__type") as string),
            Message = (body.GetValueOrDefault("message") ?? body.GetValueOrDefault("Message")) as string,
            Type = headers.StatusCode switch
            {
                HttpStatusCode.BadRequest => ErrorType.Sender,
                HttpStatusCode.InternalServerError => ErrorType.Receiver,
                _ => ErrorType.Unknown,
            },
            RequestId = headers.GetHeaderValue("x-amzn-RequestId"),
        };
        if (headers.IsHeaderPresent("x-amzn-query-error") && headers.GetHeaderValue("x-amzn-query-error").Split(';') is [var code, var type])
        {
            error.Code = code;
            error.Type = Enum.TryParse<ErrorType>(type, out var known) ? known : error.Type;
        }

        error.Message ??= $"CloudWatch answered {(int)headers.StatusCode} {error.Code}";
        return error;
    }

    /// <summary>`com.amazonaws.cloudwatch#ResourceNotFound:http://…` is ResourceNotFound.</summary>
    private static string Code(string type) => type?[(type.IndexOf('#', StringComparison.Ordinal) + 1)..].Split(':')[0];
}
