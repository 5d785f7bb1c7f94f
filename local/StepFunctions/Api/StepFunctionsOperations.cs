using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations of the wire by AWS's names.</summary>
internal static class StepFunctionsOperations
{
    private static readonly FrozenDictionary<string, Func<StepFunctionsService, Members, JsonObject>> Known =
        new Dictionary<string, Func<StepFunctionsService, Members, JsonObject>>
        {
            ["CreateStateMachine"] = StateMachineOperations.Create,
            ["UpdateStateMachine"] = StateMachineOperations.Update,
            ["DescribeStateMachine"] = StateMachineOperations.Describe,
            ["DescribeStateMachineForExecution"] = StateMachineOperations.DescribeForExecution,
            ["ListStateMachines"] = StateMachineOperations.List,
            ["StartExecution"] = ExecutionOperations.Start,
            ["DescribeExecution"] = ExecutionOperations.Describe,
            ["ListExecutions"] = ExecutionOperations.List,
            ["StopExecution"] = ExecutionOperations.Stop,
            ["RedriveExecution"] = ExecutionOperations.Redrive,
            ["SendTaskSuccess"] = TaskOperations.Succeed,
            ["SendTaskFailure"] = TaskOperations.Fail,
            ["SendTaskHeartbeat"] = TaskOperations.Beat,
            ["GetExecutionHistory"] = HistoryOperations.Get,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<StepFunctionsService, Members, JsonObject>? Find(string name) => Known.GetValueOrDefault(name);
}
