namespace Canary.Cli.Watching;

/// <summary>One event of an execution's history, with what a rollout's view needs of it.</summary>
/// <param name="Id">Its id: 1, 2, 3.</param>
/// <param name="At">When, on the service's clock.</param>
/// <param name="Type">AWS's name, such as <c>TaskStateEntered</c>.</param>
/// <param name="State">The state that is entered or left.</param>
/// <param name="Data">What it carries: a state's output, the execution's output or cause.</param>
/// <param name="Error">The error's name, where it tells of one.</param>
internal sealed record HistoryLine(
    long Id, DateTimeOffset At, string Type, string? State = null, string? Data = null, string? Error = null);
