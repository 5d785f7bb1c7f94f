using System.Buffers.Binary;
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
        var cbor = new CborWriter();
        Encode(cbor, output);
        response.ContentType = ContentType;
        response.ContentLength = cbor.BytesWritten;
        await response.Body.WriteAsync(cbor.Encode());
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

    private static void Encode(CborWriter cbor, object value)
    {
        switch (value)
        {
            case string text: cbor.WriteTextString(text); break;
            case bool flag: cbor.WriteBoolean(flag); break;
            case long number: cbor.WriteInt64(number); break;
            case double number: Double(cbor, number); break;
            case DateTimeOffset moment:
                cbor.WriteTag(CborTag.UnixTimeSeconds);
                Double(cbor, moment.ToUnixTimeMilliseconds() / 1000d);
                break;
            case WireMap map:
                cbor.WriteStartMap(map.Count());
                foreach (var (name, member) in map)
                {
                    cbor.WriteTextString(name);
                    Encode(cbor, member);
                }
                cbor.WriteEndMap();
                break;
            case IEnumerable<object> list:
                cbor.WriteStartArray(null);
                foreach (var item in list) Encode(cbor, item);
                cbor.WriteEndArray();
                break;
        }
    }

    /// <summary>Always 64 bits: the writer would shorten to 16, which Smithy asks servers not to send.</summary>
    private static void Double(CborWriter cbor, double value)
    {
        Span<byte> encoded = stackalloc byte[1 + sizeof(double)];
        encoded[0] = 0xFB;
        BinaryPrimitives.WriteDoubleBigEndian(encoded[1..], value);
        cbor.WriteEncodedValue(encoded);
    }
}
