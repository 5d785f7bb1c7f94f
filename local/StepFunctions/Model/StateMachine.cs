using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Model;

/// <summary>A state machine. An execution keeps the one that it was started with.</summary>
internal sealed record StateMachine(
    string Arn,
    string Name,
    string Text,
    StateMachineDefinition Definition,
    string RoleArn,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate,
    string? RevisionId);
