using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Rollouts;

namespace Canary.Functions.Aws;

/// <summary>Executions, at AWS Step Functions.</summary>
internal sealed class StepFunctionsExecutions(IAmazonStepFunctions stepFunctions) : IExecutions
{
    private const string StateMachineVariable = "STATE_MACHINE_ARN";

    private static readonly ExecutionStatus[] Unsuccessful = [ExecutionStatus.ABORTED, ExecutionStatus.TIMED_OUT, ExecutionStatus.FAILED];

    public async Task<StoppedExecution?> FindStoppedAsync(string execution)
    {
        string? status = null;
        var request = new GetExecutionHistoryRequest { ExecutionArn = execution, ReverseOrder = true, IncludeExecutionData = true, MaxResults = 50 };
        try
        {
            do
            {
                var page = await AwsCall.MakeAsync(() => stepFunctions.GetExecutionHistoryAsync(request));
                foreach (var happened in page.Events)
                {
                    // The last event tells whether it has ended, and how: one that was redriven runs again.
                    status ??= ExecutionEvents.FailureOf(happened.Type);
                    if (status is null) return null;
                    if (happened.StateEnteredEventDetails is { } entered) return new(status, entered.Name, ExecutionEvents.DocumentIn(entered.Input));
                }
                request.NextToken = page.NextToken;
            }
            while (request.NextToken is not null);
            return status is null ? null : new(status, null, null);
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> ListStoppedAsync(DateTimeOffset since)
    {
        var stopped = new List<string>();
        foreach (var status in Unsuccessful) await AddAsync(status, since, stopped);
        return stopped;
    }

    private async Task AddAsync(ExecutionStatus status, DateTimeOffset since, List<string> stopped)
    {
        var machine = Environment.GetEnvironmentVariable(StateMachineVariable)
            ?? throw new InvalidOperationException($"The environment variable {StateMachineVariable} is not set: it names the state machine to sweep.");
        var request = new ListExecutionsRequest { StateMachineArn = machine, StatusFilter = status, MaxResults = 1_000 };
        do
        {
            var page = await AwsCall.MakeAsync(() => stepFunctions.ListExecutionsAsync(request));
            stopped.AddRange(page.Executions.Where(execution => execution.StopDate >= since.UtcDateTime).Select(execution => execution.ExecutionArn));
            // The newest come first, by their start.
            var older = page.Executions.Any(execution => execution.StartDate < (since - Restoring.LongestRollout).UtcDateTime);
            request.NextToken = older ? null : page.NextToken;
        }
        while (request.NextToken is not null);
    }
}
