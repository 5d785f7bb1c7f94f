using System.Text.Json;
using Canary.Wording;

namespace Canary.Executions;

/// <summary>The mark on an alias, and whether it counts.</summary>
/// <param name="Holder">The execution, as the mark names it.</param>
/// <param name="State">How that execution stands.</param>
/// <param name="Status">The same in Step Functions' words; null where there is none.</param>
public sealed record HoldReading(string Holder, HoldState State, string? Status = null)
{
    /// <summary>Whether a rollout is, or may be, at the alias just now.</summary>
    public bool MayRun => State is HoldState.Runs or HoldState.Unknown;

    /// <summary>Whether the alias is that rollout's: it may run, or has still to be given back.</summary>
    internal bool Counts => MayRun || State == HoldState.Unsettled;

    /// <summary>Judges what an execution says of itself; null is one that does not exist.</summary>
    /// <param name="holder">The execution, as the mark names it.</param>
    /// <param name="found">How it stands.</param>
    /// <param name="functionName">The function on whose alias the mark is.</param>
    /// <param name="aliasName">That alias.</param>
    /// <param name="at">The execution's time.</param>
    public static HoldReading Of(string holder, ExecutionReading? found, string functionName, string aliasName, DateTimeOffset at)
    {
        if (found is null) return new(holder, HoldState.Missing);
        var isForIt = IsFor(found.Input, functionName, aliasName);
        var state = found.Status switch
        {
            "RUNNING" or "PENDING_REDRIVE" => isForIt ? HoldState.Runs : HoldState.RunsElsewhere,
            "SUCCEEDED" => HoldState.Ended,
            _ => isForIt && at - found.EndedAt < Sweep.Window ? HoldState.Unsettled : HoldState.Ended,
        };
        return new(holder, state, found.Status);
    }

    private static bool IsFor(string? input, string functionName, string aliasName)
    {
        try
        {
            using var document = JsonDocument.Parse(input ?? "null");
            return TextOf(document.RootElement, "aliasName") == aliasName
                && TextOf(document.RootElement, "functionName") is { } function
                && string.Equals(
                    FunctionName.BareNameOf(function), FunctionName.BareNameOf(functionName), StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? TextOf(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object
        && input.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
