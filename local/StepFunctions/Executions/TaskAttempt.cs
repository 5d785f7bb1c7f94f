using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Language;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Executions;

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
        var call = services[task.Resource.Service].Prepare(task.Parameters);
        var named = new EventDetails { Resource = task.Resource.Action, ResourceType = task.Resource.Service };
        visit.Execution.Append("TaskScheduled", named with
        {
            Region = account.Region,
            Parameters = task.Text,
            TimeoutInSeconds = task.Timeout,
            HeartbeatInSeconds = task.Heartbeat,
        });
        visit.Execution.Append("TaskStarted", named);
        try
        {
            var answer = await AnswerAsync(task, call, named, visit);
            visit.Execution.Append("TaskSucceeded", named with { Output = answer.Text });
            return answer.Value;
        }
        catch (StateFault fault)
        {
            visit.Execution.Append(fault.IsTimeout ? "TaskTimedOut" : "TaskFailed", named with { Error = fault.Error, Cause = fault.Cause });
            throw;
        }
    }

    private async Task<TaskAnswer> AnswerAsync(TaskCall task, Func<DateTimeOffset, Visit, Task<JsonNode>> call, EventDetails named, Visit visit)
    {
        var deadline = clock.GetUtcNow().AddSeconds(task.Timeout ?? Limits.MaxSeconds);
        var value = await call(deadline, visit);
        var answer = new TaskAnswer(value, JsonText.Write(value));
        if (Encoding.UTF8.GetByteCount(answer.Text) > Limits.DataBytes) throw Interpreter.DataLimit(task.Resource.Service);
        if (task.Callback is not { } callback) return answer;
        visit.Execution.Append("TaskSubmitted", named with { Output = answer.Text });
        return await callback.AnswerAsync(deadline, task.Heartbeat, visit);
    }
}
