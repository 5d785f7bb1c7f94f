using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Language;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>What <c>$$</c> stands for.</summary>
internal static class ContextObject
{
    /// <summary>The context object of an execution outside any state.</summary>
    public static JsonObject Of(Execution execution, JsonNode? input) => new()
    {
        ["Execution"] = new JsonObject
        {
            ["Id"] = execution.Description.ExecutionArn,
            ["Input"] = input?.DeepClone(),
            ["StartTime"] = Rfc3339.Write(execution.Description.StartDate),
            ["Name"] = execution.Description.Name,
            ["RoleArn"] = execution.Machine.RoleArn,
            ["RedriveCount"] = 0,
        },
        ["StateMachine"] = new JsonObject { ["Id"] = execution.Machine.Arn, ["Name"] = execution.Machine.Name },
    };

    /// <summary>Puts a state into it. Only a Task knows how often it was retried.</summary>
    public static void Enter(JsonObject context, State state, DateTimeOffset entered)
    {
        var members = new JsonObject { ["Name"] = state.Name, ["EnteredTime"] = Rfc3339.Write(entered) };
        if (state is TaskState) members["RetryCount"] = 0;
        context["State"] = members;
    }

    /// <summary>Counts a retry.</summary>
    public static void Retry(JsonObject context, int count) => context["State"]!["RetryCount"] = count;
}
