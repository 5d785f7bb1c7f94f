using System.Text.Json;
using Amazon.StepFunctions;
using Canary.Rollouts;

namespace Canary.Functions.Aws;

/// <summary>What the events of an execution's history say.</summary>
internal static class ExecutionEvents
{
    /// <summary>How the execution ended, where this is its end without success.</summary>
    public static string? FailureOf(HistoryEventType type) =>
        type == HistoryEventType.ExecutionFailed ? "FAILED"
        : type == HistoryEventType.ExecutionTimedOut ? "TIMED_OUT"
        : type == HistoryEventType.ExecutionAborted ? "ABORTED" : null;

    /// <summary>How the execution ended, where this is its end.</summary>
    public static string? EndOf(HistoryEventType type) => type == HistoryEventType.ExecutionSucceeded ? "SUCCEEDED" : FailureOf(type);

    /// <summary>The rollout's document that a state was given; null for the first, which is given the user's input.</summary>
    public static Rollout? DocumentIn(string input)
    {
        try
        {
            return JsonSerializer.Deserialize(input, CanaryJson.Relaxed.Rollout);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
