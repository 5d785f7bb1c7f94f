using System.Formats.Cbor;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.CloudWatch.Api;

/// <summary>Smithy RPC v2 CBOR, which recent SDKs speak: the operation in the path, timestamps under CBOR's tag 1.</summary>
internal sealed class CborProtocol : IProtocol
{
    private const string Prefix = "/service/GraniteServiceVersion20100801/operation/";
    private const string ContentType = "application/cbor";
    private const string Header = "smithy-protocol";
    private const string HeaderValue = "rpc-v2-cbor";

    public bool Speaks(HttpRequest request) => request.Path.Value?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public async Task<(string Operation, WireMap Input)> ReadAsync(HttpRequest request)
    {
        var operation = request.Path.Value![Prefix.Length..];
        if (request.Headers[Header] != HeaderValue)
            throw CloudWatchErrors.Serialization(
                $"The header {Header} is '{request.Headers[Header]}'; it must be {HeaderValue}.");
        return (operation, Decode(await RequestBody.ReadAsync(request)));
    }

    public async Task WriteAsync(HttpResponse response, string operation, WireMap? output)
    {
        response.Headers[Header] = HeaderValue;
        if (output is null) return;
        var body = CborEncoding.Of(output);
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    public Task WriteErrorAsync(HttpResponse response, AwsException refusal)
    {
        ErrorHeader.Add(response, refusal);
        return WriteAsync(response, "", ErrorHeader.Document(refusal));
    }

    private static WireMap Decode(byte[] body)
    {
        if (body.Length == 0) return [];
        try
        {
            return CborDecoding.Value(new CborReader(body, CborConformanceMode.Lax)) as WireMap
                ?? throw CloudWatchErrors.Serialization("The body is not a CBOR map.");
        }
        catch (Exception bad) when (bad is CborContentException or InvalidOperationException or OverflowException)
        {
            throw CloudWatchErrors.Serialization($"The body is not valid CBOR: {bad.Message}");
        }
    }
}
