using System.Text;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Tests.Lambda;

/// <summary>Execution environments inside the test: each answers with its version, or does what the test says.</summary>
internal sealed class ScriptedEnvironments : IEnvironmentFactory
{
    public int Started { get; private set; }

    /// <summary>What a version does with an event; by default it answers with its own number.</summary>
    public Func<string, Invocation, Task<EnvironmentAnswer?>> Behaviour { get; set; } =
        (version, _) => Task.FromResult<EnvironmentAnswer?>(Say($"\"{version}\""));

    public static EnvironmentAnswer Say(string json, bool failed = false) => new(
        Encoding.UTF8.GetBytes(json), failed, "", TimeSpan.FromMilliseconds(12));

    public Task<IExecutionEnvironment> StartAsync(EnvironmentSpec spec)
    {
        Started++;
        return Task.FromResult<IExecutionEnvironment>(new Scripted(this, spec.Version));
    }

    private sealed class Scripted(ScriptedEnvironments all, string version) : IExecutionEnvironment
    {
        public bool IsUsable => true;

        public Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation) => all.Behaviour(version, invocation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
