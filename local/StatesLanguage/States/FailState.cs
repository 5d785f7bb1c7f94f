using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>Ends the execution as failed.</summary>
internal sealed record FailState(string Name, Expression? Error, Expression? Cause) : State(Name, "Fail");
