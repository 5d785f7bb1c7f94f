#nullable enable
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Compat;

/// <summary>A protocol with JSON bodies. Errors are read by AWSSDK.Core itself: `__type` first, then the header x-amzn-ErrorType.</summary>
internal abstract class JsonProtocol(string serviceName, string apiVersion, Faults faults) : Protocol(serviceName, apiVersion, faults)
{
    protected override IReadOnlyDictionary<string, object?> Decode(byte[] body) => JsonWire.Decode(body);

    protected override ErrorResponse ReadError(JsonUnmarshallerContext context)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? 4096, context.JsonMaxDepth);
        return JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
    }
}
