using Canary.Bench.Judges;
using Canary.Bench.Traffic;
using Canary.Bench.World;
using Canary.Statistics;

namespace Canary.Bench.Pipeline;

/// <summary>
/// The other judges on one rollout: they read what CloudWatch has told at the same checks, each as if it were alone.
/// </summary>
internal sealed class Rivals
{
    public const string Deploy = "aws-lambda-deploy";

    /// <summary>
    /// Any error of the candidate, in a minute of which both versions are told: before that, no judge can know that the other
    /// one does not fail too.
    /// </summary>
    public const string AnyOfBoth = "any error, once both are told";

    private static readonly IReadOnlyList<IJudge> All =
        [new Kayenta(), new Flagger(), new Argo(), new RateAlarm(), new SamExampleAlarm(), new AnyError()];

    private static readonly Traffic.Course None = new(0, [], []);
    private readonly LiveAlias _alias;
    private readonly Played?[] _ends = new Played?[All.Count + 2];
    private readonly int _patience;
    private readonly int _shiftedAt;
    // Kayenta reads every minute anew at each look; the others measure each once.
    private readonly List<Minute> _measured = [];
    private readonly Dictionary<int, Minute> _read = [];
    private int _deployedAt;

    private Rivals(LiveAlias alias, Telling telling)
    {
        (_alias, _patience) = (alias, telling.Least);
        alias.Advance(alias.Now + 3);
        _shiftedAt = _deployedAt = alias.Now;
    }

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(judge => judge.Name), Deploy, AnyOfBoth];

    /// <summary>What each of <see cref="Names"/> came to.</summary>
    public static Played[] Play(Cell cell, ulong seed)
    {
        var rivals = new Rivals(new(cell.Scene, cell.Telling, seed), cell.Telling);
        foreach (var stage in cell.Plan) rivals.Bake(stage, cell.IntervalSeconds);
        return [.. rivals._ends.Select(end => end ?? rivals.End(false))];
    }

    private void Bake(Stage stage, int interval)
    {
        _alias.Shift(stage.Weight);
        for (var left = (int)(60 * stage.Minutes); left > 0; left -= interval)
        {
            _alias.Advance(_alias.Now + Math.Min(interval, left));
            Check();
        }
        _alias.Advance(_alias.Now + 1);
    }

    // A minute is looked at once the quickest of its metrics can have come, and the candidate is told of.
    private void Check()
    {
        var now = _alias.Now;
        if (now - _deployedAt >= 60)
        {
            _deployedAt += 60;
            var failed = Enumerable.Range((now - 60) / 60, 2).Sum(minute => _alias.Candidate.Read(minute, now).Failed);
            if (failed > 0) _ends[^2] ??= End(true);
        }
        var more = false;
        for (var minute = _shiftedAt / 60; 60 * (minute + 1) + _patience <= now; minute++)
        {
            if (Read(minute, now) is not { } told) continue;
            if (told is { Candidate.Bad: > 0, Stable.Requests: > 0 }) _ends[^1] ??= End(true);
            if (_read.TryAdd(minute, told))
            {
                _measured.Add(told);
                more = true;
            }
            else _read[minute] = told;
        }
        if (!more) return;
        var (measured, read) = (new Run(None, _measured, []), new Run(None, [.. _read.Values], []));
        for (var i = 0; i < All.Count; i++)
        {
            if (_ends[i] is null && All[i].RollsBackNow(All[i] is Kayenta ? read : measured)) _ends[i] = End(true);
        }
    }

    private Minute? Read(int minute, int now)
    {
        var candidate = _alias.Candidate.Read(minute, now);
        if (candidate.Requests == 0) return null;
        var stable = _alias.Stable.Read(minute, now);
        return new(Time.Of(60 * minute), new(candidate.Requests, candidate.Failed), new(stable.Requests, stable.Failed));
    }

    private Played End(bool back)
    {
        var total = _alias.Candidate.Total;
        return new(back, total.Requests, total.Bad, _alias.Now - _shiftedAt + 1);
    }
}
