using System.Buffers;
using System.Text.Json;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.CloudWatch.Api;

/// <summary>
/// AWS JSON 1.0, which the <c>aws</c> command line speaks: the operation in X-Amz-Target, timestamps in epoch seconds.
/// </summary>
internal sealed class JsonProtocol : IProtocol
{
    private const string Target = "GraniteServiceVersion20100801.";
    private const string ContentType = "application/x-amz-json-1.0";

    public bool Speaks(HttpRequest request) =>
        request.Headers["X-Amz-Target"].ToString().StartsWith(Target, StringComparison.Ordinal);

    public async Task<(string Operation, WireMap Input)> ReadAsync(HttpRequest request)
    {
        var body = await RequestBody.ReadAsync(request);
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            var input = Decode(document.RootElement) as WireMap
                ?? throw CloudWatchErrors.Serialization("The body is not a JSON object.");
            return (request.Headers["X-Amz-Target"].ToString()[Target.Length..], input);
        }
        // The reader finds half a surrogate pair only when the string is asked for, and says so with the second.
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            throw CloudWatchErrors.Serialization($"The body is not valid JSON: {bad.Message}");
        }
    }

    public Task WriteAsync(HttpResponse response, string operation, WireMap? output) =>
        output is null ? Task.CompletedTask : SendAsync(response, json => Encode(json, output));

    public Task WriteErrorAsync(HttpResponse response, AwsException refusal)
    {
        ErrorHeader.Add(response, refusal);
        return SendAsync(response, json => Encode(json, ErrorHeader.Document(refusal)));
    }

    private static async Task SendAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer)) write(json);
        response.ContentType = ContentType;
        response.ContentLength = buffer.WrittenCount;
        await response.Body.WriteAsync(buffer.WrittenMemory);
    }

    private static object? Decode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Decode).OfType<object>().ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static WireMap Map(JsonElement element)
    {
        var map = new WireMap();
        foreach (var member in element.EnumerateObject()) map.Add(member.Name, Decode(member.Value));
        return map;
    }

    private static void Encode(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTimeOffset moment: json.WriteNumberValue(moment.ToUnixTimeMilliseconds() / 1000m); break;
            case WireMap map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    Encode(json, member);
                }
                json.WriteEndObject();
                break;
            case IEnumerable<object> list:
                json.WriteStartArray();
                foreach (var item in list) Encode(json, item);
                json.WriteEndArray();
                break;
        }
    }
}
