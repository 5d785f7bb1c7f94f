using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire.Protocols;

/// <summary>Reads a body. SDKs compress a large PutMetricData.</summary>
internal static class RequestBody
{
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var buffer = new MemoryStream();
        switch (request.Headers.ContentEncoding.ToString())
        {
            case "" or "identity":
                await request.Body.CopyToAsync(buffer);
                break;
            case "gzip":
                await UnzipAsync(request.Body, buffer);
                break;
            case var other:
                throw CommonErrors.Serialization($"The Content-Encoding {other} is not supported; gzip is.");
        }
        return buffer.ToArray();
    }

    private static async Task UnzipAsync(Stream zipped, Stream plain)
    {
        try
        {
            await using var gzip = new GZipStream(zipped, CompressionMode.Decompress);
            await gzip.CopyToAsync(plain);
        }
        catch (InvalidDataException bad)
        {
            throw CommonErrors.Serialization($"The body is not gzip: {bad.Message}");
        }
    }
}
