using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Approvals;

namespace Canary.Functions;

/// <summary>Takes a person's word for a rollout that waits, and gives it to the execution with the token that holds now.</summary>
public sealed class ApproveFunction(IApprovals approvals, TimeProvider time)
{
    // The token changes with every check of the health. Between two there is none, for as long as the check takes.
    private const int Tries = 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Not a state: people and their tools invoke it.</summary>
    /// <exception cref="InvalidApprovalException">The input cannot be used.</exception>
    /// <exception cref="NothingToApproveException">The execution does not wait for approval.</exception>
    [LambdaFunction]
    public async Task<ApprovalOutput> Approve(JsonElement input, ILambdaContext context)
    {
        var request = ApproveRequest.Read(input);
        for (var tries = 1; ; tries++)
        {
            var pending = await approvals.FindAsync(request.Execution);
            if (!pending.Waits) throw new NothingToApproveException(request.Execution, pending);
            if (pending.TaskToken is { } token && await approvals.AnswerAsync(token, request.ToOutput())) break;
            if (tries == Tries) throw new NothingToApproveException(request.Execution, pending);
            await Task.Delay(BetweenTries, time);
        }
        context.Logger.LogInformation($"{request.By} {(request.Approve ? "approved" : "rejected")} [{request.Execution}]");
        return new(request.Approve, request.By, request.Reason);
    }
}
