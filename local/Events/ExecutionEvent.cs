using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events;

/// <summary>"Step Functions Execution Status Change".</summary>
internal static class ExecutionEvent
{
    public const string DetailType = "Step Functions Execution Status Change";

    /// <summary>What fits: EventBridge's limit less what else is in the event.</summary>
    private const int DataBytes = 248 * 1024;

    /// <summary>
    /// The detail. Its dates are milliseconds since 1970. An input or output that is too long is left out, and said to be.
    /// </summary>
    public static JsonObject Detail(ExecutionDescription execution)
    {
        var output = Escaped(execution.Output);
        var (hasInput, hasOutput) = (Escaped(execution.Input) + output <= DataBytes, output <= DataBytes);
        var obstacle = execution.RedriveObstacle(execution.StopDate ?? execution.StartDate);
        return new JsonObject
        {
            ["executionArn"] = execution.ExecutionArn,
            ["stateMachineArn"] = execution.StateMachineArn,
            ["name"] = execution.Name,
            ["status"] = execution.Status.ToAws(),
            ["startDate"] = execution.StartDate.ToUnixTimeMilliseconds(),
            ["stopDate"] = execution.StopDate?.ToUnixTimeMilliseconds(),
            ["input"] = hasInput ? execution.Input : null,
            ["output"] = hasOutput ? execution.Output : null,
            ["stateMachineVersionArn"] = execution.StateMachineVersionArn,
            ["stateMachineAliasArn"] = execution.StateMachineAliasArn,
            ["redriveCount"] = execution.RedriveCount,
            ["redriveDate"] = execution.RedriveDate?.ToUnixTimeMilliseconds(),
            ["redriveStatus"] = obstacle is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
            ["redriveStatusReason"] = obstacle,
            ["inputDetails"] = new JsonObject { ["included"] = hasInput },
            ["outputDetails"] = execution.Output is null ? null : new JsonObject { ["included"] = hasOutput },
            ["error"] = execution.Error,
            ["cause"] = execution.Cause,
        };
    }

    // As it stands in the event: a string in JSON.
    private static int Escaped(string? json) =>
        json is null ? 0 : Encoding.UTF8.GetByteCount(JsonText.Write(JsonValue.Create(json)));
}
