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

    /// <summary>
    /// Those that ended without success since a time. It does not tell what they did: that takes a call for each.
    /// </summary>
    Task<IReadOnlyList<EndedExecution>> ListStoppedAsync(DateTimeOffset since);
}
