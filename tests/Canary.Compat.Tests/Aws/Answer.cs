using System.Text;

namespace Canary.Compat.Tests.Aws;

/// <summary>What the fake service says next.</summary>
public sealed record Answer(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public static Answer Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        new(
            status,
            Encoding.UTF8.GetBytes(body),
            [("Content-Type", "application/json"), ("x-amzn-RequestId", "request-1"), .. headers]);

    public static Answer RestError(
        int status, string code, string message, string more = "", params (string Name, string Value)[] headers) =>
        Json($$"""{"Type":"User","message":"{{message}}"{{more}}}""", status, [("x-amzn-ErrorType", code), .. headers]);

    public static Answer Cbor(byte[] body, int status = 200, params (string Name, string Value)[] headers) =>
        new(status, body, [
            ("Content-Type", "application/cbor"),
            ("smithy-protocol", "rpc-v2-cbor"),
            ("x-amzn-RequestId", "request-1"),
            .. headers,
        ]);
}
