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

    /// <summary>How often the next readings of a history are throttled.</summary>
    public Dictionary<string, int> Throttles { get; } = [];

    /// <summary>The status whose list is throttled, <see cref="ListThrottles"/> times.</summary>
    public string? ThrottledList { get; set; }

    public int ListThrottles { get; set; }

    /// <summary>How many pages of lists were asked for.</summary>
    public int Lists { get; private set; }

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

    /// <summary>How far those have come that somebody asks for.</summary>
    public Dictionary<string, StandingExecution> Standing { get; } = [];

    /// <summary>What the next look at how far one has come fails with; null where it does not.</summary>
    public Exception? StandingFault { get; set; }

    public Task<StandingExecution?> FindStandingAsync(string execution) => StandingFault is { } fault
        ? Task.FromException<StandingExecution?>(fault)
        : Task.FromResult(Standing.GetValueOrDefault(execution));

    public Task<StoppedExecution?> FindStoppedAsync(string execution)
    {
        Readings.Add(execution);
        if (Throttles.GetValueOrDefault(execution) is > 0 and var left)
        {
            Throttles[execution] = left - 1;
            return Task.FromException<StoppedExecution?>(new Throttled("ThrottlingException: Rate exceeded"));
        }
        return execution == Broken
            ? Task.FromException<StoppedExecution?>(new AccessDenied("not this one"))
            : Task.FromResult(Known.GetValueOrDefault(execution));
    }

    public Task<EndedPage> ListAsync(string status, DateTimeOffset since, string? next)
    {
        (Since, Lists) = (since, Lists + 1);
        if (ThrottledList == status && ListThrottles-- > 0)
            return Task.FromException<EndedPage>(new Throttled("ThrottlingException: Rate exceeded"));
        var ended = Known.Keys.Select(
            one => Ended.GetValueOrDefault(one) ?? new(one, "ABORTED", Stage.Time.AddHours(-2), Stage.Time.AddHours(-1)));
        return Task.FromResult(new EndedPage([.. ended.Where(one => one.Status == status)], null));
    }
}
