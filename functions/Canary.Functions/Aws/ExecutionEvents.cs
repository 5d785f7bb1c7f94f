using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
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

    /// <summary>How the execution ended, where this is its end.</summary>
    public static string? EndOf(HistoryEventType type) => type == HistoryEventType.ExecutionSucceeded ? "SUCCEEDED" : FailureOf(type);

    /// <summary>The document of an execution's own rollout that a state was given; null where it was given something else.</summary>
    public static Rollout? DocumentIn(StateEnteredEventDetails entered, string execution)
    {
        // The user's input, into which whoever may start a rollout may write any document.
        if (entered.Name == FirstState) return null;
        try
        {
            return JsonSerializer.Deserialize(entered.Input, CanaryJson.Relaxed.Rollout) is { } document && document.Execution == execution ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
