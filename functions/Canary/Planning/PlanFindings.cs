using Canary.Aliases;
using Canary.Analysis;
using Canary.Executions;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;

namespace Canary.Planning;

/// <summary>
/// What was found of all that a request names. Null is what does not exist,
/// or could not be asked for since the input does not name it.
/// </summary>
public sealed record PlanFindings
{
    /// <summary>The function's $LATEST.</summary>
    public FunctionVersion? Latest { get; init; }

    /// <summary>The alias.</summary>
    public Alias? Alias { get; init; }

    /// <summary>The mark that the alias bears; null where it bears none.</summary>
    public HoldReading? Hold { get; init; }

    /// <summary>The version that the alias is at.</summary>
    public FunctionVersion? Stable { get; init; }

    /// <summary>The version that the input names.</summary>
    public FunctionVersion? Target { get; init; }

    /// <summary>The alarms that exist.</summary>
    public IReadOnlyList<AlarmReading> Alarms { get; init; } = [];

    /// <summary>What the traffic was like; null where nobody asked.</summary>
    public TrafficHistory? History { get; init; }

    /// <summary>The hooks' functions that do not exist.</summary>
    public IReadOnlyList<string> MissingHooks { get; init; } = [];

    /// <summary>The names of Canary's own functions.</summary>
    public IReadOnlyList<string> OwnFunctions { get; init; } = [];

    /// <summary>All provisioned concurrency of the function.</summary>
    public IReadOnlyList<ProvisionedConcurrency> Provisioned { get; init; } = [];

    /// <summary>The queues and streams that call the alias; none where nobody asked.</summary>
    public IReadOnlyList<EventSource> Sources { get; init; } = [];

    /// <summary>The function's reserved concurrency, or null.</summary>
    internal int? Reserved => Latest?.Reserved;

    /// <summary>False where AWS denied to tell of the function: then nothing is known of it.</summary>
    public bool MayReadFunction { get; init; } = true;

    /// <summary>False where AWS denied to tell of the alarms.</summary>
    public bool MayReadAlarms { get; init; } = true;

    /// <summary>False where AWS did not tell of the queues and streams.</summary>
    public bool MayReadSources { get; init; } = true;

    /// <summary>The alarms that are in ALARM already, and may be.</summary>
    internal IReadOnlyList<string> DisregardedAlarms(RolloutRequest request) =>
        [.. Alarms.Where(alarm => alarm.State == AlarmState.Alarm && request.AllowAlarmsInAlarm.Contains(alarm.Name))
            .Select(alarm => alarm.Name)];

    /// <summary>The provisioned concurrency of the alias; null where it has none.</summary>
    internal ProvisionedPlan? Provision(RolloutRequest request) =>
        Provisioned.FirstOrDefault(one => one.Qualifier == request.AliasName) is { } own
            ? new(own.Requested, request.ProvisionedConcurrency)
            : null;

    /// <summary>What of the versions it leaves to promote; null where the alias has none.</summary>
    internal ConcurrencyMemory? TakenVersions(RolloutRequest request)
    {
        if (Provisioned.FirstOrDefault(one => one.Qualifier == request.AliasName) is not { } own) return null;
        var taken = Provisioned.Where(one => one != own && one.Version is not null).DistinctBy(one => one.Version)
            .ToDictionary(one => one.Version!, one => one.Qualifier);
        return new() { Taken = taken.Count == 0 ? null : taken };
    }

    /// <summary>The version that is released, or $LATEST where it is still to be published.</summary>
    internal FunctionVersion? Candidate(RolloutRequest request) => request.TargetVersion is null ? Latest : Target;
}
