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
            ["CreateStateMachine"] = StateMachineOperations.CreateStateMachine,
            ["UpdateStateMachine"] = StateMachineOperations.UpdateStateMachine,
            ["DescribeStateMachine"] = StateMachineOperations.DescribeStateMachine,
            ["DescribeStateMachineForExecution"] = StateMachineOperations.DescribeStateMachineForExecution,
            ["ListStateMachines"] = StateMachineOperations.ListStateMachines,
            ["PublishStateMachineVersion"] = MachineVersionOperations.PublishStateMachineVersion,
            ["DeleteStateMachineVersion"] = MachineVersionOperations.DeleteStateMachineVersion,
            ["ListStateMachineVersions"] = MachineVersionOperations.ListStateMachineVersions,
            ["CreateStateMachineAlias"] = MachineAliasOperations.CreateStateMachineAlias,
            ["UpdateStateMachineAlias"] = MachineAliasOperations.UpdateStateMachineAlias,
            ["DescribeStateMachineAlias"] = MachineAliasOperations.DescribeStateMachineAlias,
            ["DeleteStateMachineAlias"] = MachineAliasOperations.DeleteStateMachineAlias,
            ["ListStateMachineAliases"] = MachineAliasOperations.ListStateMachineAliases,
            ["StartExecution"] = ExecutionOperations.StartExecution,
            ["DescribeExecution"] = ExecutionOperations.DescribeExecution,
            ["ListExecutions"] = ExecutionOperations.ListExecutions,
            ["StopExecution"] = ExecutionOperations.StopExecution,
            ["RedriveExecution"] = ExecutionOperations.RedriveExecution,
            ["SendTaskSuccess"] = TaskOperations.SendTaskSuccess,
            ["SendTaskFailure"] = TaskOperations.SendTaskFailure,
            ["SendTaskHeartbeat"] = TaskOperations.SendTaskHeartbeat,
            ["GetExecutionHistory"] = HistoryOperations.GetExecutionHistory,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<StepFunctionsService, Members, JsonObject>? Find(string name) => Known.GetValueOrDefault(name);
}
