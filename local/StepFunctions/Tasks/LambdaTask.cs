using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// <c>arn:aws:states:::lambda:invoke</c> invokes the function that the request names and gives the answer as AWS wraps it; a
/// function's own ARN invokes that one with all of the request and gives what it answers.
/// </summary>
internal sealed class LambdaTask(IFunctionInvoker functions, Clock clock) : ITaskService
{
    /// <inheritdoc/>
    public Func<DateTimeOffset, Visit, Task<JsonNode?>> Prepare(TaskCall task)
    {
        var isDirect = task.Resource.Function is not null;
        var function = isDirect ? LambdaRequest.Of(task.Resource.Function!, task.Text) : LambdaRequest.Read(task.Parameters);
        return async (deadline, visit) =>
        {
            var result = await InTimeAsync(function, deadline, visit);
            if (result.FunctionError is not null) throw LambdaFaults.OfFunction(result);
            return isDirect ? LambdaAnswer.Payload(result) : LambdaAnswer.Wrap(result, clock.GetUtcNow());
        };
    }

    private async Task<InvocationResult> InTimeAsync(LambdaRequest request, DateTimeOffset deadline, Visit visit)
    {
        // Nobody can call an invocation back: it goes on after a time-out or a stop, and until it ends the clock is held for it.
        var worker = new HeldClock(clock);
        var invocation = InvokeAsync(request, worker);
        if (!await visit.Clock.LeaveToAsync(invocation, worker, deadline, visit.Execution.Ended)) throw StateFault.Timeout();
        if (functions is ITakesClockTime slow) await SleepAsync(slow.TimeOf(request.Function), deadline, visit);
        return await invocation;
    }

    private async Task<InvocationResult> InvokeAsync(LambdaRequest request, HeldClock worker)
    {
        try
        {
            return functions is IWaitsOnTheClock waiting
                ? await waiting.InvokeAsync(request.Function, request.Qualifier, request.Payload, worker)
                : await functions.InvokeAsync(request.Function, request.Qualifier, request.Payload, CancellationToken.None);
        }
        catch (AwsException refusal)
        {
            throw LambdaFaults.OfService(refusal);
        }
        catch (NoAnswerException silence)
        {
            throw LambdaFaults.OfConnection(silence);
        }
    }

    private static async Task SleepAsync(TimeSpan time, DateTimeOffset deadline, Visit visit)
    {
        var due = visit.Clock.Now + time;
        await visit.Clock.WaitUntilAsync(due < deadline ? due : deadline, visit.Execution.Ended);
        if (due > deadline) throw StateFault.Timeout();
    }
}
