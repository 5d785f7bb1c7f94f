namespace Canary.Local.StepFunctions.Model;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1.</param>
/// <param name="PreviousEventId">
/// The event that led to this one; 0 for the start, the first state and what came from outside.
/// </param>
/// <param name="Timestamp">When.</param>
/// <param name="Type">AWS's name, such as TaskStateEntered.</param>
/// <param name="Details">What happened.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, string Type, EventDetails Details);
