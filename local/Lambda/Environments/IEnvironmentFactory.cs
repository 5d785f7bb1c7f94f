namespace Canary.Local.Lambda.Environments;

/// <summary>Starts execution environments. Today they are processes; a test may keep them inside its own.</summary>
public interface IEnvironmentFactory
{
    /// <summary>
    /// Starts one. It may still be initializing when this returns; a failure to initialize is the answer to its first invocation.
    /// </summary>
    Task<IExecutionEnvironment> StartAsync(EnvironmentSpec spec);
}
