using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>What <c>$$</c> stands for.</summary>
internal static class ContextObject
{
    /// <summary>The context object of an execution outside any state.</summary>
    public static JsonObject Of(Execution execution, JsonNode? input)
    {
        var description = execution.Description;
        var members = new JsonObject
        {
            ["Id"] = description.ExecutionArn,
            ["Input"] = input?.DeepClone(),
            ["StartTime"] = Rfc3339.Write(description.StartDate),
            ["Name"] = description.Name,
            ["RoleArn"] = execution.Machine.RoleArn,
            ["RedriveCount"] = description.RedriveCount,
        };
        if (description.RedriveDate is { } redriven) members["RedriveTime"] = Rfc3339.Write(redriven);
        return new JsonObject
        {
            ["Execution"] = members,
            ["StateMachine"] = new JsonObject { ["Id"] = execution.Machine.Arn, ["Name"] = execution.Machine.Name },
        };
    }

    /// <summary>Puts a state into it. Only a Task knows how often it was retried.</summary>
    public static void Enter(JsonObject context, State state, DateTimeOffset entered)
    {
        var members = new JsonObject { ["Name"] = state.Name, ["EnteredTime"] = Rfc3339.Write(entered) };
        if (state is TaskState) members["RetryCount"] = 0;
        context["State"] = members;
        context.Remove("Task");
    }

    /// <summary>Gives an attempt of a callback its token.</summary>
    public static void Issue(JsonObject context, string token) => context["Task"] = new JsonObject { ["Token"] = token };

    /// <summary>Counts a retry.</summary>
    public static void Retry(JsonObject context, int count) => context["State"]!["RetryCount"] = count;
}
