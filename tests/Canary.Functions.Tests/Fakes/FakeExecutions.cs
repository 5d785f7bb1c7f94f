using Canary.Rollouts;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Executions that ended, in memory.</summary>
internal sealed class FakeExecutions : IExecutions
{
    public Dictionary<string, StoppedExecution?> Known { get; } = [];

    /// <summary>One that cannot be read.</summary>
    public string? Broken { get; set; }

    public DateTimeOffset? Since { get; private set; }

    public Task<StoppedExecution?> FindStoppedAsync(string execution) => execution == Broken
        ? Task.FromException<StoppedExecution?>(new AccessDenied("not this one"))
        : Task.FromResult(Known.GetValueOrDefault(execution));

    public Task<IReadOnlyList<string>> ListStoppedAsync(DateTimeOffset since)
    {
        Since = since;
        return Task.FromResult<IReadOnlyList<string>>([.. Known.Keys]);
    }
}
