namespace Canary.Local.StepFunctions.Model;

/// <summary>A published version of a state machine: the state machine as it was then, for good.</summary>
internal sealed record MachineVersion(
    int Number, string Arn, StateMachine Machine, string? Description, DateTimeOffset CreationDate);
