namespace Canary.StatesLanguage.States;

/// <summary>Ends the execution well.</summary>
internal sealed record SucceedState(string Name) : State(Name, "Succeed");
