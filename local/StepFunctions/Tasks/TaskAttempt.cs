using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>One attempt of a Task state, with the events that AWS writes for it.</summary>
/// <param name="services">By the names that resources give them.</param>
/// <param name="clock">Whose time it is.</param>
/// <param name="account">Where the tasks run.</param>
internal sealed class TaskAttempt(FrozenDictionary<string, ITaskService> services, Clock clock, AwsAccount account)
{
    /// <summary>Makes the attempt.</summary>
    /// <exception cref="StateFault">It failed.</exception>
    /// <exception cref="RuntimeFault">The request cannot be used.</exception>
    public async Task<JsonNode?> RunAsync(TaskCall task, Visit visit)
    {
        var call = services[task.Resource.Service].Prepare(task);
        var events = TaskEvents.Of(task, account.Region);
        events.Begin(visit.Execution);
        try
        {
            var answer = await AnswerAsync(task, call, events, visit);
            events.Succeed(visit.Execution, answer.Text);
            return answer.Value;
        }
        catch (StateFault fault)
        {
            events.Fail(visit.Execution, fault);
            throw;
        }
    }

    private async Task<TaskAnswer> AnswerAsync(
        TaskCall task, Func<DateTimeOffset, Visit, Task<JsonNode?>> call, TaskEvents events, Visit visit)
    {
        var deadline = clock.GetUtcNow().AddSeconds(task.Timeout ?? LanguageLimits.MaxSeconds);
        var value = await call(deadline, visit);
        var answer = new TaskAnswer(value, JsonText.Write(value));
        if (Encoding.UTF8.GetByteCount(answer.Text) > WorkflowLimits.DataBytes)
            throw StateFault.ResultTooLong(task.Resource.Source);
        if (task.Callback is not { } callback) return answer;
        events.Submit(visit.Execution, answer.Text);
        return await callback.AnswerAsync(deadline, task.Heartbeat, visit);
    }
}
