using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Errors;
using Canary.Executions;
using Canary.Rollouts;

namespace Canary.Functions.Aws;

/// <summary>What the events of an execution's history say.</summary>
internal static class ExecutionEvents
{
    private const string FirstState = "PlanRollout";

    /// <summary>How the execution ended, where this is its end without success.</summary>
    public static string? FailureOf(HistoryEventType type) =>
        type == HistoryEventType.ExecutionFailed ? "FAILED"
        : type == HistoryEventType.ExecutionTimedOut ? "TIMED_OUT"
        : type == HistoryEventType.ExecutionAborted ? "ABORTED" : null;

    /// <summary>
    /// The execution's end without success, with the words of whoever stopped it; null where this is something else.
    /// </summary>
    public static StoppedExecution? StopIn(HistoryEvent happened) =>
        FailureOf(happened.Type) is not { } status ? null : new(status, null, null)
        {
            Error = happened.ExecutionAbortedEventDetails?.Error is { Length: > 0 } error ? error : null,
            Cause = happened.ExecutionAbortedEventDetails?.Cause is { Length: > 0 } cause ? cause : null,
            EndedAt = happened.Timestamp is { } at ? new DateTimeOffset(at.ToUniversalTime()) : null,
        };

    /// <summary>How the execution ended, where this is its end.</summary>
    public static string? EndOf(HistoryEventType type) =>
        type == HistoryEventType.ExecutionSucceeded ? "SUCCEEDED" : FailureOf(type);

    /// <summary>
    /// The document of an execution's own rollout that a state was given; null where it was given something else.
    /// </summary>
    /// <exception cref="ForeignDocument">Another version of Canary wrote it.</exception>
    public static Rollout? DocumentIn(StateEnteredEventDetails entered, string execution)
    {
        // The user's input, into which whoever may start a rollout may write any document.
        if (entered.Name == FirstState) return null;
        try
        {
            var document = JsonSerializer.Deserialize(entered.Input, CanaryJson.Relaxed.Rollout);
            if (document?.Execution != execution) return null;
            return Documents.IsWhole(document) ? document : throw Foreign(execution);
        }
        catch (JsonException)
        {
            return IsOf(execution, entered.Input) ? throw Foreign(execution) : null;
        }
    }

    private static ForeignDocument Foreign(string execution) =>
        new($"The document of the rollout {execution} was written by another version of Canary: its "
            + $"schemaVersion is not \"{Rollout.Schema}\". "
            + "This version can neither give its alias back nor take a word for it. Look at the alias.");

    private static bool IsOf(string execution, string input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("execution", out var named)
                && named.ValueKind == JsonValueKind.String && named.ValueEquals(execution);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
