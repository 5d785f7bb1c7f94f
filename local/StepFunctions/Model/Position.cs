namespace Canary.Local.StepFunctions.Model;

/// <summary>Where an execution is in its state machine.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Input">Its input, as JSON.</param>
/// <param name="Entered">The event with which it was entered; null before that.</param>
internal sealed record Position(string State, string Input, HistoryEvent? Entered);
