using System.Text.Json;
using System.Text.Json.Serialization;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>The error that a Catch of the state machine puts into the document.</summary>
/// <param name="Error">The error's name, such as <c>States.Timeout</c> or an exception's class.</param>
/// <param name="Cause">Its cause: an exception's JSON document as Lambda reports it, or plain text.</param>
public sealed record CaughtError(
    [property: JsonPropertyName("Error")] string Error, [property: JsonPropertyName("Cause")] string? Cause)
{
    /// <summary>The cause's message without the document around it, cut to a length that fits.</summary>
    public string Message()
    {
        var cause = Cause ?? "";
        try
        {
            using var document = JsonDocument.Parse(cause);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("errorMessage", out var message)
                && message.ValueKind == JsonValueKind.String)
            {
                cause = message.GetString()!;
            }
        }
        catch (JsonException)
        {
            // Plain text: Step Functions' own errors have no document.
        }
        return Quoted.Clip(cause);
    }
}
