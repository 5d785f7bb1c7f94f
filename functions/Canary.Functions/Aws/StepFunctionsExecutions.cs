using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Executions;

namespace Canary.Functions.Aws;

/// <summary>Executions, at AWS Step Functions.</summary>
internal sealed class StepFunctionsExecutions(IAmazonStepFunctions stepFunctions) : IExecutions
{
    private const string StateMachineVariable = "STATE_MACHINE_ARN";

    public async Task<StoppedExecution?> FindStoppedAsync(string execution)
    {
        StoppedExecution? stopped = null;
        try
        {
            await foreach (var happened in BackwardsAsync(execution))
            {
                // The last event tells whether it has ended, and how: one that was redriven runs again.
                stopped ??= ExecutionEvents.StopIn(happened);
                if (stopped is null) return null;
                if (happened.StateEnteredEventDetails is { } entered)
                    return stopped with { State = entered.Name, Rollout = ExecutionEvents.DocumentIn(entered, execution) };
            }
            return stopped;
        }
        catch (AmazonStepFunctionsException none) when (none is ExecutionDoesNotExistException or InvalidArnException)
        {
            return null;
        }
    }

    public async Task<StandingExecution?> FindStandingAsync(string execution)
    {
        try
        {
            await foreach (var happened in BackwardsAsync(execution))
            {
                if (ExecutionEvents.EndOf(happened.Type) is { } status) return new(status, null, null);
                if (happened.StateEnteredEventDetails is { } entered)
                    return new(null, entered.Name, ExecutionEvents.DocumentIn(entered, execution));
            }
        }
        catch (AmazonStepFunctionsException none) when (none is ExecutionDoesNotExistException or InvalidArnException)
        {
            // As one that has not begun.
        }
        return null;
    }

    public async Task<ExecutionReading?> FindAsync(string execution)
    {
        try
        {
            var found = await AwsCall.MakeAsync(
                () => stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution }));
            return new(found.Status.Value, found.Input, found.StopDate);
        }
        catch (AmazonStepFunctionsException none) when (none is ExecutionDoesNotExistException or InvalidArnException)
        {
            return null;
        }
    }

    public async Task<EndedPage> ListAsync(string status, DateTimeOffset since, string? next)
    {
        var machine = Environment.GetEnvironmentVariable(StateMachineVariable)
            ?? throw new InvalidOperationException(
                $"The environment variable {StateMachineVariable} is not set: it names the state machine to sweep.");
        var page = await AwsCall.MakeAsync(() => stepFunctions.ListExecutionsAsync(
            new() { StateMachineArn = machine, StatusFilter = status, MaxResults = 1_000, NextToken = next }));
        // The newest come first, by their start.
        var older = page.Executions.Any(execution => execution.StartDate < (since - Sweep.LongestRollout).UtcDateTime);
        return new(
            [.. page.Executions.Select(Read).Where(execution => execution.EndedAt >= since)], older ? null : page.NextToken);
    }

    // An execution's history, the newest event first; a page is asked for once it is read that far.
    private async IAsyncEnumerable<HistoryEvent> BackwardsAsync(string execution)
    {
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = execution,
            ReverseOrder = true,
            IncludeExecutionData = true,
            MaxResults = 50,
        };
        do
        {
            var page = await AwsCall.MakeAsync(() => stepFunctions.GetExecutionHistoryAsync(request));
            foreach (var happened in page.Events) yield return happened;
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
    }

    // Each is read with its own status: it may have changed since the list was asked for.
    private static EndedExecution Read(ExecutionListItem execution) =>
        new(execution.ExecutionArn, execution.Status, Utc(execution.StartDate) ?? default, Utc(execution.StopDate) ?? default);

    private static DateTimeOffset? Utc(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
