namespace Canary.Local.StepFunctions.Model;

/// <summary>A state machine as it stands now.</summary>
/// <param name="StateMachineArn">Its ARN.</param>
/// <param name="Name">Unique in the account and Region.</param>
/// <param name="Definition">As it was given.</param>
/// <param name="RoleArn">The role that its executions have.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="UpdateDate">When it was last changed; at first, when it was created.</param>
/// <param name="RevisionId">Changes with every update that changes something; null until the first of them, as on AWS.</param>
public sealed record StateMachineDescription(
    string StateMachineArn,
    string Name,
    string Definition,
    string RoleArn,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate,
    string? RevisionId)
{
    /// <summary>What the version is about; null for none, and for a state machine itself.</summary>
    public string? Description { get; init; }
}
