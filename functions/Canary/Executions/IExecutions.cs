using Canary.Errors;

namespace Canary.Executions;

/// <summary>The port to the state machine's executions.</summary>
public interface IExecutions
{
    /// <summary>Finds one that ended without success; null when it is running (again), succeeded, or does not exist.</summary>
    Task<StoppedExecution?> FindStoppedAsync(string execution);

    /// <summary>How one stands; null when it does not exist.</summary>
    /// <exception cref="AccessDenied">It is another state machine's.</exception>
    Task<ExecutionReading?> FindAsync(string execution);

    /// <summary>How far one has come, by the newest of its history; null when it does not exist, or has not begun.</summary>
    /// <exception cref="AccessDenied">It is another state machine's.</exception>
    /// <exception cref="ForeignDocument">Another version of Canary runs it.</exception>
    Task<StandingExecution?> FindStandingAsync(string execution);

    /// <summary>
    /// A page of those that ended with a status since a time, by their start, the newest first. It does not tell what they did:
    /// that takes a call for each.
    /// </summary>
    /// <param name="status">Such as <c>ABORTED</c>.</param>
    /// <param name="since">When they ended at the earliest.</param>
    /// <param name="next">From the page before; null for the first.</param>
    Task<EndedPage> ListAsync(string status, DateTimeOffset since, string? next);
}
