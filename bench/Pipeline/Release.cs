using System.Text.Json;
using Canary.Aliases;
using Canary.Analysis;
using Canary.Bench.World;
using Canary.Checks;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Bench.Pipeline;

/// <summary>One rollout, played through the classes of production as the state machine does, in the world's time.</summary>
internal sealed class Release
{
    private const string Stable = LiveAlias.StableVersion;
    private const string Candidate = LiveAlias.CandidateVersion;
    private const string Execution = "arn:aws:states:eu-central-1:123456789012:execution:canary:bench";
    private readonly LiveAlias _alias;
    private readonly CloudWatch _metrics;
    private Alias _found = new(new AliasState(Stable), "0");
    private Rollout _rollout;

    public Release(JsonElement input, LiveAlias alias, Telling telling)
    {
        (_alias, _metrics) = (alias, new(alias, telling));
        _rollout = Plan(input);
    }

    /// <summary>When the candidate got its first traffic, in the world's seconds.</summary>
    public int ShiftedAt { get; private set; }

    /// <summary>Plays it to its end.</summary>
    /// <exception cref="InvalidOperationException">It was refused, or goes where no simulation can follow.</exception>
    public Rollout Play()
    {
        while (_rollout.Internal.Next is not (NextState.Succeeded or NextState.Failed)) Step();
        return _rollout;
    }

    private void Step()
    {
        // A state's Lambda and its transitions take about a second, a wait what the document says.
        _alias.Advance(_alias.Now + (_rollout.Internal.Next == NextState.Bake ? _rollout.Internal.WaitSeconds : 1));
        var at = Time.Of(_alias.Now);
        _rollout = _rollout.Internal.Next switch
        {
            NextState.HoldAlias => HoldAlias.Held(_rollout, Write(HoldAlias.Wanted(_rollout)), at),
            NextState.PublishVersion =>
                AwaitVersion.Awaited(PublishVersion.Published(_rollout, Version(Candidate), at), Version(Candidate), at),
            NextState.ShiftWeight => Shift(at),
            NextState.Bake => Check(at),
            NextState.Promote => Promote.Promoted(_rollout, Write(Promote.Wanted(_rollout)), at),
            NextState.Rollback => GoBack(at),
            NextState.FreeAlias => FreeAlias.Freed(_rollout, Write(FreeAlias.Wanted(_rollout)), at),
            var other => throw new InvalidOperationException($"The benchmark plays no {other}: {_rollout.Reason}"),
        };
    }

    private Rollout Plan(JsonElement input)
    {
        List<string> faults = [];
        var request = RequestReader.Read(input, Execution, faults);
        var at = Time.Of(_alias.Now);
        TrafficHistory? history = null;
        if (Baseline.Requests(request, Stable, at) is { } asked)
        {
            var usual = Copy(_metrics.Read(asked));
            if (Baseline.OfTheAlias(request, Stable, at, usual) is { } more) usual = usual.And(_metrics.Read(more));
            history = new(usual, Baseline.Slow(request, Stable, at, usual) is { } slow ? _metrics.Read(slow) : null);
        }
        var found = new PlanFindings
        {
            Latest = Version("$LATEST"),
            Target = Version(Candidate),
            Stable = Version(Stable),
            Alias = _found,
            History = history,
        };
        var rollout = PlanRollout.Plan(request, faults, found, Execution, at);
        return rollout.Faults is null ? rollout : throw new InvalidOperationException(rollout.Reason);
    }

    // The next reading writes into the same series.
    private static MetricReading Copy(MetricReading reading) =>
        reading with { Series = new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>(reading.Series) };

    private Rollout Shift(DateTimeOffset at)
    {
        var shifted = ShiftWeight.Shifted(_rollout, Write(ShiftWeight.Wanted(_rollout)), at);
        if (ShiftedAt == 0) ShiftedAt = _alias.Now;
        return shifted;
    }

    // As CheckHealthFunction does.
    private Rollout Check(DateTimeOffset at)
    {
        var reading = VersionComparison.Asked(_rollout, at) is { } asked ? _metrics.Read(asked) : null;
        return CheckHealth.Concluded(_rollout, new HealthReadings(new(_found), new([]), reading), at);
    }

    private Rollout GoBack(DateTimeOffset at)
    {
        var move = Rollback.Choose(_rollout, _found, unbroken: true);
        return Rollback.RolledBack(_rollout, move, Write(Rollback.Wanted(_rollout, move, _found)!), at);
    }

    private Alias Write(AliasWrite write)
    {
        var state = write.State;
        if (state != _found.State)
            _alias.Shift(state.Version == Candidate ? 1 : state.AdditionalVersion == Candidate ? state.AdditionalWeight : 0);
        return _found = new(state, $"{_found.RevisionId}+", write.Description ?? _found.Description);
    }

    private static FunctionVersion Version(string version) => new(version, "sha", "Active", "Successful", null);
}
