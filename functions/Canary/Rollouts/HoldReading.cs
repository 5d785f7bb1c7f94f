using System.Text.Json;

namespace Canary.Rollouts;

/// <summary>The mark on an alias, and whether it counts.</summary>
/// <param name="Holder">The execution, as the mark names it.</param>
/// <param name="State">How that execution stands.</param>
/// <param name="Status">The same in Step Functions' words; null where there is none.</param>
public sealed record HoldReading(string Holder, HoldState State, string? Status = null)
{
    /// <summary>Whether the mark counts: a rollout is, or may be, at the alias.</summary>
    public bool Counts => State is HoldState.Runs or HoldState.Unknown;

    /// <summary>Judges what an execution says of itself; null is one that does not exist.</summary>
    /// <param name="holder">The execution, as the mark names it.</param>
    /// <param name="found">How it stands.</param>
    /// <param name="functionName">The function on whose alias the mark is.</param>
    /// <param name="aliasName">That alias.</param>
    public static HoldReading Of(string holder, ExecutionReading? found, string functionName, string aliasName) => new(holder, found?.Status switch
    {
        null => HoldState.Missing,
        "RUNNING" or "PENDING_REDRIVE" => IsFor(found.Input, functionName, aliasName) ? HoldState.Runs : HoldState.RunsElsewhere,
        _ => HoldState.Ended,
    }, found?.Status);

    private static bool IsFor(string? input, string functionName, string aliasName)
    {
        try
        {
            using var document = JsonDocument.Parse(input ?? "null");
            return TextOf(document.RootElement, "aliasName") == aliasName && TextOf(document.RootElement, "functionName") is { } function
                && string.Equals(FunctionName.BareNameOf(function), FunctionName.BareNameOf(functionName), StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? TextOf(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
