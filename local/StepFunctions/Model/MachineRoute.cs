namespace Canary.Local.StepFunctions.Model;

/// <summary>Where an alias sends some of the executions that are started through it.</summary>
/// <param name="StateMachineVersionArn">A version of the alias's state machine.</param>
/// <param name="Weight">How many of a hundred: all routes of an alias together have 100.</param>
public sealed record MachineRoute(string StateMachineVersionArn, int Weight);
