using System.Text.Json;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// Knows an EventBridge event that a rule gave to the state machine as it is:
/// one sentence helps more than a fault for each of its fields.
/// </summary>
internal static class EventInput
{
    private const int LongestWord = 60;

    /// <summary>What to do about it; null where the input is no event.</summary>
    public static string? FaultOf(JsonElement input)
    {
        if (!input.TryGetProperty("detail-type", out var type) || !input.TryGetProperty("source", out var source)
            || !input.TryGetProperty("detail", out var detail))
        {
            return null;
        }
        var what = $"The input is an event from EventBridge, {Word(type)} of {Word(source)}, and no rollout. ";
        return what + (detail.ValueKind == JsonValueKind.Object && detail.TryGetProperty("functionName", out _)
            ? "Its detail is one: give the rule's target the InputPath \"$.detail\"."
            : "Give the rule's target an InputTransformer whose template is a rollout, such as {\"functionName\": "
                + "\"orders\", \"aliasName\": \"live\", "
                + "\"deploymentConfig\": \"Canary10Percent5Minutes\"}, "
                + "or the InputPath \"$.detail\" where the sender puts a rollout there.");
    }

    private static string Word(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Quoted.Of(Quoted.TextOf(value), LongestWord) : Quoted.Of(value);
}
