using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Answers;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Waits;

namespace Canary.Functions;

/// <summary>
/// Takes a person's word for a rollout that waits, and gives it to the execution with the token that holds now.
/// </summary>
public sealed class ApproveFunction(IApprovals approvals, TimeProvider time)
{
    // The token changes with every check of the health. Between two there is none, for as long as the check takes.
    private const int Tries = 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    // Together with the tries it is less than the minute after which the AWS command line gives up, and invokes once more.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    /// <summary>
    /// Not a state: people and their tools invoke it. What is wrong with their word is an answer,
    /// for a fault would show them a stack trace.
    /// </summary>
    [LambdaFunction]
    public async Task<ApproveAnswer> Approve(JsonElement input, ILambdaContext context)
    {
        var faults = new List<string>();
        var request = ApproveRequest.Read(input, faults);
        var answer = request is null ? ApproveAnswer.Unfit(faults) : await GiveAsync(request, context);
        context.Logger.LogInformation($"{answer.Message} [{request?.Execution}]");
        return answer;
    }

    private async Task<ApproveAnswer> GiveAsync(ApproveRequest request, ILambdaContext context)
    {
        var patience = new Patience(context, time, request.Execution, LongestWait);
        try
        {
            for (var tries = 1; ; tries++)
            {
                var pending = await patience.TryAsync(() => approvals.FindAsync(request.Execution));
                if (!pending.Waits) return ApproveAnswer.NotTaken(request.Execution, pending);
                if (pending.TaskToken is { } token && await patience.TryAsync(() => approvals.AnswerAsync(
                    token, JsonSerializer.Serialize(request.Output, CanaryJson.Relaxed.ApprovalOutput))))
                    return ApproveAnswer.Taken(request, pending.Rollout!);
                if (tries == Tries) return ApproveAnswer.NotTaken(request.Execution, pending);
                await Task.Delay(BetweenTries, time);
            }
        }
        catch (AccessDenied denied)
        {
            return ApproveAnswer.Denied(request.Execution, denied.Message);
        }
        catch (ForeignDocument foreign)
        {
            return ApproveAnswer.Unfit([foreign.Message]);
        }
        catch (Throttled throttled)
        {
            return ApproveAnswer.Throttled(request.Execution, throttled.Message);
        }
        catch (CallFailed failed)
        {
            return ApproveAnswer.Unanswered(request.Execution, failed.Message);
        }
    }
}
