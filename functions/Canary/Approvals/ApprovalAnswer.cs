using System.Text.Json;
using Canary.Rollouts;

namespace Canary.Approvals;

/// <summary>What a person said, understood.</summary>
/// <param name="Approved">Whether the rollout may go on.</param>
/// <param name="By">Who said it.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record ApprovalAnswer(bool Approved, string By, string? Reason)
{
    private const string Nobody = "somebody";

    /// <summary>Reads the output of SendTaskSuccess, by Approve or by hand. The task's success alone says yes; only what cannot be a yes says no.</summary>
    public static ApprovalAnswer Of(JsonElement? answer)
    {
        if (answer is not { ValueKind: JsonValueKind.Object } fields) return new(true, Nobody, null);
        var by = TextOf(fields, "by") is { } name ? Limits.Clip(name, Limits.ApproverLength) : Nobody;
        var reason = TextOf(fields, "reason");
        return fields.TryGetProperty("approved", out var approved) switch
        {
            false => new(true, by, reason),
            true when approved.ValueKind is JsonValueKind.True or JsonValueKind.False => new(approved.GetBoolean(), by, reason),
            _ => new(false, by, $"approved is {Quoted.Of(approved)}, and must be true or false"),
        };
    }

    /// <summary>Reads SendTaskFailure, by hand.</summary>
    public static ApprovalAnswer Of(CaughtError error)
    {
        string?[] said = [Limits.Clip(error.Error ?? "", Limits.ErrorNameLength), error.Message()];
        var reason = string.Join(": ", said.Where(text => !string.IsNullOrEmpty(text)));
        return new(false, Nobody, reason.Length > 0 ? reason : null);
    }

    private static string? TextOf(JsonElement fields, string name)
    {
        if (!fields.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        var text = value.ValueKind == JsonValueKind.String ? Quoted.TextOf(value) : Quoted.Of(value);
        return text.Length > 0 ? Limits.Clip(text) : null;
    }
}
