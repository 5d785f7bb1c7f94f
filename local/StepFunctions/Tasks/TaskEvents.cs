using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>The events of an attempt. A function that is the resource itself has others than an integration.</summary>
/// <param name="kind">What their types begin with.</param>
/// <param name="named">What each of them tells.</param>
/// <param name="start">What the first one tells.</param>
internal sealed class TaskEvents(string kind, EventDetails named, EventDetails start)
{
    /// <summary>Those of an attempt.</summary>
    public static TaskEvents Of(TaskCall task, string region)
    {
        var limits = new EventDetails { TimeoutInSeconds = task.Timeout, HeartbeatInSeconds = task.Heartbeat };
        if (task.Resource.Function is { } arn)
            return new("LambdaFunction", new EventDetails(), limits with { Resource = arn, Input = task.Text });
        var named = new EventDetails { Resource = task.Resource.Action, ResourceType = task.Resource.Service };
        return new("Task", named, limits with
        {
            Resource = named.Resource,
            ResourceType = named.ResourceType,
            Region = region,
            Parameters = task.Text,
        });
    }

    /// <summary>The attempt begins.</summary>
    public void Begin(Execution execution)
    {
        execution.Append($"{kind}Scheduled", start);
        execution.Append($"{kind}Started", named);
    }

    /// <summary>The service has taken the request; the token is to come back.</summary>
    public void Submit(Execution execution, string output) =>
        execution.Append($"{kind}Submitted", named with { Output = output });

    /// <summary>It has a result.</summary>
    public void Succeed(Execution execution, string output) =>
        execution.Append($"{kind}Succeeded", named with { Output = output });

    /// <summary>It has none.</summary>
    public void Fail(Execution execution, StateFault fault) =>
        execution.Append(
            $"{kind}{(fault.IsTimeout ? "TimedOut" : "Failed")}", named with { Error = fault.Error, Cause = fault.Cause });
}
