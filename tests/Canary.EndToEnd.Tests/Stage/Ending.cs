using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>How an execution ended.</summary>
/// <param name="Execution">As DescribeExecution tells it.</param>
/// <param name="Events">Its whole history.</param>
public sealed record Ending(DescribeExecutionResponse Execution, IReadOnlyList<HistoryEvent> Events)
{
    /// <summary>The rollout's document: the execution's output, or its cause.</summary>
    public Rollout Rollout => JsonSerializer.Deserialize(
        Execution.Status == ExecutionStatus.SUCCEEDED ? Execution.Output : Execution.Cause, CanaryJson.Relaxed.Rollout)!;

    /// <summary>The states that were entered, in order.</summary>
    public IReadOnlyList<string> States =>
    [
        .. Events.Where(entry => entry.StateEnteredEventDetails is not null).Select(entry => entry.StateEnteredEventDetails.Name),
    ];

    /// <summary>How many events of a type there are.</summary>
    public int Count(HistoryEventType type) => Events.Count(entry => entry.Type == type);
}
