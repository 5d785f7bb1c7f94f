using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Executions;

namespace Canary.Functions.Aws;

/// <summary>What executions wait for, at AWS Step Functions: their histories tell the tokens.</summary>
internal sealed class StepFunctionsApprovals(IAmazonStepFunctions stepFunctions) : IApprovals
{
    public async Task<PendingApproval> FindAsync(string execution)
    {
        string? token = null;
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = execution,
            ReverseOrder = true,
            IncludeExecutionData = true,
            MaxResults = 20,
        };
        try
        {
            do
            {
                var page = await AwsCall.MakeAsync(() => stepFunctions.GetExecutionHistoryAsync(request));
                foreach (var happened in page.Events)
                {
                    if (ExecutionEvents.EndOf(happened.Type) is { } status) return new(null, null, null, status);
                    // The newest one is the attempt that waits now.
                    token ??= happened.TaskScheduledEventDetails is { } scheduled ? TokenIn(scheduled.Parameters) : null;
                    if (happened.StateEnteredEventDetails is { } entered)
                        return new(entered.Name, ExecutionEvents.DocumentIn(entered, execution), token, null);
                }
                request.NextToken = page.NextToken;
            }
            while (request.NextToken is not null);
        }
        catch (AmazonStepFunctionsException missing) when (missing is ExecutionDoesNotExistException or InvalidArnException)
        {
            // As one that has not begun.
        }
        return new(null, null, null, null);
    }

    public async Task<bool> AnswerAsync(string taskToken, string output)
    {
        try
        {
            await AwsCall.MakeAsync(
                () => stepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = taskToken, Output = output }));
            return true;
        }
        catch (AmazonStepFunctionsException gone) when (gone is TaskTimedOutException or TaskDoesNotExistException)
        {
            return false;
        }
    }

    private static string? TokenIn(string parameters)
    {
        try
        {
            return JsonSerializer.Deserialize(parameters, CanaryJson.Relaxed.ApprovalTaskParameters)?.Payload?.TaskToken;
        }
        catch (JsonException)
        {
            // Another task's.
            return null;
        }
    }
}
