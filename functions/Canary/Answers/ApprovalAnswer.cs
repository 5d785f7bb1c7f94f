using System.Text.Json;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>What a person said, understood.</summary>
/// <param name="Approved">Whether the rollout may go on.</param>
/// <param name="By">Who said it.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Told">What was said, in words that follow on the step's title.</param>
internal sealed record ApprovalAnswer(bool Approved, string By, string? Reason, string Told)
{
    private const string Nobody = "somebody";

    private static readonly string[] Fields = ["approved", "by", "reason"];

    /// <summary>
    /// Reads the output of SendTaskSuccess, by Approve or by hand. What is not understood, in whole, is no approval:
    /// whoever sent it may have meant a no.
    /// </summary>
    public static ApprovalAnswer Of(JsonElement? answer)
    {
        try
        {
            return Read(answer) ?? NotUnderstood(answer);
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a character that takes two, and no text can hold that.
            return NotUnderstood(answer);
        }
    }

    /// <summary>Reads SendTaskFailure, by hand.</summary>
    public static ApprovalAnswer Of(CaughtError error)
    {
        string?[] said = [Quoted.Clip(error.Error ?? "", Limits.ErrorNameLength), error.Message()];
        var reason = string.Join(": ", said.Where(text => !string.IsNullOrEmpty(text)));
        return Of(false, null, reason.Length > 0 ? reason : null);
    }

    private static ApprovalAnswer? Read(JsonElement? answer)
    {
        if (answer is not { ValueKind: JsonValueKind.Object } given) return null;
        var fields = given.EnumerateObject().ToList();
        var words = fields.Where(field => field.Name == "approved").Select(field => field.Value.ValueKind).ToList();
        // A no is understood whatever stands beside it.
        if (words is [JsonValueKind.False]) return Of(false, TextOf(given, "by"), TextOf(given, "reason"));
        var isPlain = fields.Select(field => field.Name).Distinct().Count() == fields.Count
            && fields.All(field => Fields.Contains(field.Name))
            && fields.All(
                field => field.Name == "approved" || field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null);
        return words is [JsonValueKind.True] && isPlain ? Of(true, TextOf(given, "by"), TextOf(given, "reason")) : null;
    }

    private static ApprovalAnswer Of(bool approved, string? by, string? reason)
    {
        var who = by is null ? Nobody : Quoted.Text(by, Limits.ApproverLength);
        return new(
            approved, who, reason, $"{who} {(approved ? "approved" : "rejected")} it{(reason is null ? "." : $": {reason}")}");
    }

    private static ApprovalAnswer NotUnderstood(JsonElement? answer)
    {
        var said = answer is { } given ? Quoted.Of(given) : "null";
        return new(false, Nobody, $"not understood: {said}", $"somebody's answer is not understood, and so no approval: {said}. "
            + "It must be {\"approved\": true} or {\"approved\": false}, with the texts by and reason where you like.");
    }

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? Quoted.Text(text, Limits.ReasonLength)
            : null;
}
