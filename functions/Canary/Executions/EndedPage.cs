namespace Canary.Executions;

/// <summary>A page of a list of executions that ended.</summary>
/// <param name="Executions">Those of them that ended late enough.</param>
/// <param name="Next">What to ask for the next page with; null where none can have any that matter.</param>
public sealed record EndedPage(IReadOnlyList<EndedExecution> Executions, string? Next);
