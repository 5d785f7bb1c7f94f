using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>Runs a Task state: its attempts, its Retry and its Catch.</summary>
internal sealed class TaskRunner(TaskAttempt attempt, TaskTokens tokens, Random random)
{
    /// <summary>Runs it until an attempt succeeds or an error is not retried any more.</summary>
    /// <exception cref="StateFault">Nothing caught the error.</exception>
    /// <exception cref="RuntimeFault">The definition does not fit the data.</exception>
    public async Task<StateExit> RunAsync(TaskState task, Visit visit)
    {
        var retries = new int[task.Retry.Length];
        var input = visit.See(visit.See(visit.Input).Select(task.InputPath));
        while (true)
        {
            try
            {
                return new StateExit(await AttemptAsync(task, visit, input), task.Next);
            }
            catch (StateFault fault) when (Matching(task, fault, retries) is { } index)
            {
                var pause = Pause(task.Retry[index], retries[index]++);
                await visit.Clock.WaitUntilAsync(visit.Clock.Now + pause, visit.Execution.Ended);
                visit.Execution.CountTransition();
                ContextObject.Retry(visit.Context, retries.Sum());
            }
            catch (StateFault fault) when (Catcher(task, fault) is { } catcher)
            {
                var error = new JsonObject { ["Error"] = fault.Error, ["Cause"] = fault.Cause ?? (fault.IsTimeout ? "" : null) };
                return new StateExit(visit.Place(catcher.ResultPath, error), catcher.Next);
            }
        }
    }

    private async Task<JsonNode?> AttemptAsync(TaskState task, Visit visit, StateData input)
    {
        using var callback = task.Resource.IsCallback ? tokens.Open(visit.Execution.Ended) : null;
        if (callback is not null) ContextObject.Issue(visit.Context, callback.Token);
        var request = task.Parameters is { } template ? template.Evaluate(input) : input.Input;
        var text = JsonText.Write(request);
        if (Encoding.UTF8.GetByteCount(text) > WorkflowLimits.DataBytes) throw StateFault.InputTooLong(task.Name);
        var timeout = Seconds("TimeoutSecondsPath", task.Timeout, input);
        var heartbeat = Seconds("HeartbeatSecondsPath", task.Heartbeat, input);
        if (heartbeat >= (timeout ?? LanguageLimits.MaxSeconds))
            throw new RuntimeFault(
                $"The heartbeat of {heartbeat} seconds must be smaller than the timeout of "
                + $"{timeout ?? LanguageLimits.MaxSeconds} seconds");
        var answer = await attempt.RunAsync(
            new TaskCall((ServiceIntegration)task.Resource, request, text, timeout, heartbeat, callback), visit);
        var result = task.ResultSelector is { } selector ? selector.Evaluate(visit.See(answer)) : answer;
        return visit.See(visit.Place(task.ResultPath, result)).Select(task.OutputPath);
    }

    private static int? Seconds(string field, Expression? amount, StateData input) =>
        amount is null ? null : SecondsField.Read(field, amount, amount.Evaluate(input));

    // The first retrier that matches decides, even when it has no attempts left.
    private static int? Matching(TaskState task, StateFault fault, int[] retries)
    {
        if (fault.Error == ErrorNames.Runtime) return null;
        for (var index = 0; index < retries.Length; index++)
            if (Match(task.Retry[index].Errors, fault)) return retries[index] < task.Retry[index].MaxAttempts ? index : null;
        return null;
    }

    private static Catcher? Catcher(TaskState task, StateFault fault) =>
        fault.Error == ErrorNames.Runtime ? null : task.Catch.FirstOrDefault(catcher => Match(catcher.Errors, fault));

    private static bool Match(ErrorNames names, StateFault fault) => names.Match(fault.Error, fault.Alias, fault.IsTerminal);

    private TimeSpan Pause(Retrier retrier, int retries)
    {
        lock (random) return retrier.Pause(retries, random);
    }
}
