using Canary.Local.StepFunctions.Model;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Errors;

/// <summary>
/// An error by AWS's name for it. What an attempt of a task raises goes to Retry and Catch; the rest fails the execution.
/// </summary>
/// <param name="error">The name; null only where a Fail state gives none.</param>
/// <param name="cause">More about it; null for a time-out.</param>
internal sealed class StateFault(string? error, string? cause) : Exception(cause ?? error)
{
    private const string TooLong = "with a size exceeding the maximum number of bytes service limit.";

    /// <summary>The name.</summary>
    public string? Error { get; } = Cut(error, WorkflowLimits.ErrorLength);

    /// <summary>More about it.</summary>
    public string? Cause { get; } = Cut(cause, WorkflowLimits.CauseLength);

    /// <summary>The task took too long.</summary>
    public bool IsTimeout { get; private init; }

    /// <summary>Another name by which Retry and Catch know it; null for none.</summary>
    public string? Alias { get; private init; }

    /// <summary>Whether only its own name matches it.</summary>
    public bool IsTerminal { get; private init; }

    /// <summary>
    /// A task's input is longer than 262,144 bytes after InputPath and Parameters. AWS's manual says that States.ALL does not
    /// catch this one; of a result that is too long it says so too, where it was recorded otherwise.
    /// </summary>
    public static StateFault InputTooLong(string state) =>
        new(ErrorNames.DataLimitExceeded, $"The state/task '{state}' has an input {TooLong}") { IsTerminal = true };

    /// <summary>A result is too long.</summary>
    /// <param name="source">The state, or the service that a task called.</param>
    public static StateFault ResultTooLong(string source) =>
        new(ErrorNames.DataLimitExceeded, $"The state/task '{source}' returned a result {TooLong}");

    /// <summary>TimeoutSeconds have passed.</summary>
    public static StateFault Timeout() => new(ErrorNames.Timeout, null) { IsTimeout = true };

    /// <summary>
    /// No heartbeat came within HeartbeatSeconds. AWS's history says States.Timeout; its manual has a name of its own for it.
    /// </summary>
    public static StateFault NoHeartbeat() => new(ErrorNames.Timeout, null)
    {
        IsTimeout = true,
        Alias = ErrorNames.HeartbeatTimeout,
    };

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
