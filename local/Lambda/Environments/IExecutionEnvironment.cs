namespace Canary.Local.Lambda.Environments;

/// <summary>One place where one version of a function runs, one invocation at a time. Disposing kills it.</summary>
public interface IExecutionEnvironment : IAsyncDisposable
{
    /// <summary>False once it crashed, ran out of time or was disposed: it takes no further invocation.</summary>
    bool IsUsable { get; }

    /// <summary>Hands it one invocation and waits for the end. Never throws for what the function does.</summary>
    /// <returns>
    /// The answer, or null if the environment ended before it took the invocation, so that another one may have it.
    /// </returns>
    Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation);
}
