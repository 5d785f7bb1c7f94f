using System.Collections.Frozen;

namespace Canary.StatesLanguage.States;

/// <summary>A state machine as its definition says.</summary>
/// <param name="StartAt">The first state.</param>
/// <param name="States">By name.</param>
/// <param name="TimeoutSeconds">Until an execution ends as TIMED_OUT; null is AWS's maximum.</param>
internal sealed record StateMachineDefinition(string StartAt, FrozenDictionary<string, State> States, int? TimeoutSeconds);
