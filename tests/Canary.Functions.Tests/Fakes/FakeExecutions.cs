using Canary.Errors;
using Canary.Executions;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Executions that ended, in memory.</summary>
internal sealed class FakeExecutions : IExecutions
{
    public Dictionary<string, StoppedExecution?> Known { get; } = [];

    /// <summary>When they ran, where it matters; the others stopped an hour ago, after an hour.</summary>
    public Dictionary<string, EndedExecution> Ended { get; } = [];

    /// <summary>One that cannot be read.</summary>
    public string? Broken { get; set; }

    public DateTimeOffset? Since { get; private set; }

    /// <summary>Each call that reads a history.</summary>
    public List<string> Readings { get; } = [];

    /// <summary>When those ended that somebody asks for.</summary>
    public DateTimeOffset EndedAt { get; set; } = Stage.Time.AddDays(-1);

    /// <summary>
    /// How those stand that somebody asks for; AccessDenied where it is "denied",
    /// one that runs for another alias where it is "elsewhere".
    /// </summary>
    public Dictionary<string, string> Statuses { get; } = [];

    public Task<ExecutionReading?> FindAsync(string execution) => Statuses.GetValueOrDefault(execution) switch
    {
        null => Task.FromResult<ExecutionReading?>(null),
        "denied" => Task.FromException<ExecutionReading?>(new AccessDenied("not this one")),
        "elsewhere" =>
            Task.FromResult<ExecutionReading?>(new("RUNNING", Stage.Input.Replace("live", "beta", StringComparison.Ordinal))),
        var status => Task.FromResult<ExecutionReading?>(new(status, Stage.Input, status == "RUNNING" ? null : EndedAt)),
    };

    public Task<StoppedExecution?> FindStoppedAsync(string execution)
    {
        Readings.Add(execution);
        return execution == Broken
            ? Task.FromException<StoppedExecution?>(new AccessDenied("not this one"))
            : Task.FromResult(Known.GetValueOrDefault(execution));
    }

    public Task<IReadOnlyList<EndedExecution>> ListStoppedAsync(DateTimeOffset since)
    {
        Since = since;
        return Task.FromResult<IReadOnlyList<EndedExecution>>(
            [.. Known.Keys.Select(
                one => Ended.GetValueOrDefault(one) ?? new(one, "ABORTED", Stage.Time.AddHours(-2), Stage.Time.AddHours(-1)))]);
    }
}
