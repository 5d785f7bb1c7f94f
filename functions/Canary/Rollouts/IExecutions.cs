namespace Canary.Rollouts;

/// <summary>The port to the state machine's executions.</summary>
public interface IExecutions
{
    /// <summary>Finds one that ended without success; null when it is running (again), succeeded, or does not exist.</summary>
    Task<StoppedExecution?> FindStoppedAsync(string execution);

    /// <summary>The ARNs of those that ended without success since a time.</summary>
    Task<IReadOnlyList<string>> ListStoppedAsync(DateTimeOffset since);
}
