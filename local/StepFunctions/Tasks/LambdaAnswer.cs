using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// Wraps a function's answer as the lambda:invoke integration does. The headers are those that LocalStack recorded from AWS in
/// 2025.
/// </summary>
internal static class LambdaAnswer
{
    /// <summary>Wraps a good answer.</summary>
    public static JsonObject Wrap(InvocationResult result, DateTimeOffset now)
    {
        var headers = Headers(result, now);
        return new JsonObject
        {
            ["ExecutedVersion"] = result.ExecutedVersion,
            ["Payload"] = Payload(result),
            ["SdkHttpMetadata"] = new JsonObject
            {
                ["AllHttpHeaders"] = new JsonObject(
                    headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)new JsonArray(header.Value)))),
                ["HttpHeaders"] = new JsonObject(
                    headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value))),
                ["HttpStatusCode"] = 200,
            },
            ["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = result.RequestId },
            ["StatusCode"] = 200,
        };
    }

    /// <summary>
    /// What the function answered. One of a custom runtime may answer with anything: what is no JSON becomes a string.
    /// </summary>
    public static JsonNode? Payload(InvocationResult result)
    {
        try
        {
            return JsonText.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(result.Payload.Span);
        }
    }

    private static (string Name, string Value)[] Headers(InvocationResult result, DateTimeOffset now) =>
    [
        ("X-Amz-Executed-Version", result.ExecutedVersion),
        ("x-amzn-Remapped-Content-Length", "0"),
        ("Connection", "keep-alive"),
        ("x-amzn-RequestId", result.RequestId),
        ("Content-Length", result.Payload.Length.ToString(CultureInfo.InvariantCulture)),
        ("Date", now.ToString("r", CultureInfo.InvariantCulture)),
        ("Content-Type", "application/json"),
    ];
}
