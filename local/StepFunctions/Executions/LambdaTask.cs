using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.StepFunctions.Language;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>One attempt of <c>arn:aws:states:::lambda:invoke</c>, with the events that AWS writes for it.</summary>
internal sealed class LambdaTask(IFunctionInvoker functions, Clock clock, AwsAccount account)
{
    private static readonly EventDetails Invoke = new() { Resource = "invoke", ResourceType = "lambda" };

    /// <summary>Invokes the function that the request names and gives the answer as AWS wraps it.</summary>
    /// <exception cref="StateFault">The attempt failed.</exception>
    public async Task<JsonNode> InvokeAsync(JsonNode? request, int? timeout, Visit visit)
    {
        var function = LambdaRequest.Read(request);
        visit.Execution.Append("TaskScheduled", Invoke with { Region = account.Region, Parameters = JsonText.Write(request), TimeoutInSeconds = timeout });
        visit.Execution.Append("TaskStarted", Invoke);
        try
        {
            var result = await InTimeAsync(function, timeout ?? Limits.MaxSeconds, visit);
            if (result.FunctionError is not null) throw LambdaFaults.OfFunction(result);
            var answer = LambdaAnswer.Wrap(result, clock.GetUtcNow());
            var text = JsonText.Write(answer);
            if (Encoding.UTF8.GetByteCount(text) > Limits.DataBytes) throw Interpreter.DataLimit("lambda");
            visit.Execution.Append("TaskSucceeded", Invoke with { Output = text });
            return answer;
        }
        catch (StateFault fault) when (fault.Error != ErrorNames.Runtime)
        {
            visit.Execution.Append(fault.Error == ErrorNames.Timeout ? "TaskTimedOut" : "TaskFailed", Invoke with { Error = fault.Error, Cause = fault.Cause });
            throw;
        }
    }

    private async Task<InvocationResult> InTimeAsync(LambdaRequest request, int timeout, Visit visit)
    {
        var deadline = clock.GetUtcNow().AddSeconds(timeout);
        // Nobody can call an invocation back: it goes on after a time-out or a stop, and until it ends the clock is held for it.
        var worker = new HeldClock(clock);
        var invocation = InvokeAsync(request, worker);
        if (!await visit.Clock.LeaveToAsync(invocation, worker, deadline, visit.Execution.Ended)) throw new StateFault(ErrorNames.Timeout, null);
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
        if (due > deadline) throw new StateFault(ErrorNames.Timeout, null);
    }
}
