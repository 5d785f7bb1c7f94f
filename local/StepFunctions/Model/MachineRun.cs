namespace Canary.Local.StepFunctions.Model;

/// <summary>What an execution runs, and how whoever started it named that.</summary>
/// <param name="Machine">As it is, or as it was when the version was published.</param>
/// <param name="VersionArn">The version; null where the state machine itself was named.</param>
/// <param name="AliasArn">The alias; null where none was named.</param>
internal sealed record MachineRun(StateMachine Machine, string? VersionArn = null, string? AliasArn = null);
