using System.Text;
using System.Text.Json;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>What Lambda asks of an event.</summary>
internal static class PayloadRules
{
    private const int PayloadLimit = 6_291_456;

    /// <summary>Nesting that AWS's own JSON reader accepts.</summary>
    private const int Depth = 1_000;

    /// <exception cref="AwsException">It is too large, or no JSON.</exception>
    public static void Check(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length > PayloadLimit)
        {
            throw LambdaErrors.PayloadTooLarge(payload.Length, PayloadLimit);
        }
        if (payload.IsEmpty) return;
        try
        {
            var reader = new Utf8JsonReader(payload.Span, new JsonReaderOptions { MaxDepth = Depth });
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            var begin = Encoding.UTF8.GetString(payload.Span[..Math.Min(payload.Length, 200)]);
            throw LambdaErrors.InvalidContent(begin);
        }
    }
}
