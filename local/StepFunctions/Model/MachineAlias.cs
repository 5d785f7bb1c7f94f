namespace Canary.Local.StepFunctions.Model;

/// <summary>An alias of a state machine.</summary>
/// <param name="StateMachineAliasArn">The state machine's ARN with the alias's name behind it.</param>
/// <param name="Name">Unique for its state machine.</param>
/// <param name="Description">What it is for; null for none.</param>
/// <param name="Routes">The one or two versions that it leads to.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="UpdateDate">When it was last changed; at first, when it was created.</param>
public sealed record MachineAlias(
    string StateMachineAliasArn,
    string Name,
    string? Description,
    IReadOnlyList<MachineRoute> Routes,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate);
