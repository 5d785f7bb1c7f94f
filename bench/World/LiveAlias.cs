using Canary.Bench.Traffic;
using Canary.Statistics;

namespace Canary.Bench.World;

/// <summary>An alias with its traffic, as it happens.</summary>
internal sealed class LiveAlias
{
    /// <summary>Whole minutes before the second from which a rollout may be planned.</summary>
    public const int HistoryMinutes = Calibration.HistoryMinutes + 4;

    public const string StableVersion = "1";
    public const string CandidateVersion = "2";

    private readonly Scene _scene;
    private readonly Dice _dice;
    private readonly List<Phase> _phases;
    private readonly List<Phase> _atShifts;
    private readonly double _tick;
    private readonly Serving _stable;
    private readonly Serving _candidate;
    private Phase _phase;
    private double _weight;
    private int _shifts;
    private double[] _thresholds = [];

    /// <param name="scene">What happens.</param>
    /// <param name="telling">How it is told.</param>
    /// <param name="seed">All chance comes from it. How it is told changes nothing of what happens.</param>
    public LiveAlias(Scene scene, Telling telling, ulong seed)
    {
        (_scene, _dice) = (scene, new Dice(seed));
        var lags = new Lags(telling, scene.Lasting, new Dice(seed ^ 0x5DEECE66D1234567));
        (Stable, Candidate) = (new(0, lags), new(1, lags));
        (_stable, _candidate) =
            (new(scene, scene.Durations, Stable), new(scene, scene.CandidateDurations ?? scene.Durations, Candidate));
        _phase = new(0, 1, scene.Candidate, scene.Stable);
        _tick = _dice.Uniform();
        PlannedAt = 60 * HistoryMinutes + (int)(60 * _dice.Uniform());
        var phases = scene.Phases(_dice).ToList();
        _phases = [.. phases.Where(phase => phase.Shift is null).Select(phase => phase with { From = PlannedAt + phase.From })];
        _atShifts = [.. phases.Where(phase => phase.Shift is not null)];
        for (; Now < 60 * HistoryMinutes; Now += 60) Draw(Now + 60);
        Advance(PlannedAt);
    }

    /// <summary>When the rollout begins: any second of a minute.</summary>
    public int PlannedAt { get; }

    public int Now { get; private set; }

    public VersionLog Stable { get; }

    public VersionLog Candidate { get; }

    public Durations? Durations => _scene.Durations;

    /// <summary>Lets time pass.</summary>
    public void Advance(int until)
    {
        while (Now < until)
        {
            while (_phases.Count > 0 && _phases[0].From <= Now)
            {
                _phase = _phases[0];
                _phases.RemoveAt(0);
            }
            var edge = Math.Min(until, (Now / VersionLog.PartSeconds + 1) * VersionLog.PartSeconds);
            if (_phases.Count > 0) edge = Math.Min(edge, Math.Max(Now + 1, (int)_phases[0].From));
            Draw(edge);
            Now = edge;
        }
    }

    /// <summary>Gives the candidate another share of the traffic.</summary>
    public void Shift(double weight)
    {
        _weight = weight;
        _shifts++;
        _candidate.Cool(_scene.ColdStarts);
        var begun = _atShifts.Where(phase => phase.Shift == _shifts);
        _phases.AddRange(begun.Select(phase => phase with { From = Now + phase.From }));
        _phases.Sort((one, other) => one.From.CompareTo(other.From));
    }

    /// <summary>Begins to count slow requests, if it has not begun.</summary>
    public void Watch(IEnumerable<double> thresholds)
    {
        if (_thresholds.Length > 0 || Durations is null) return;
        _thresholds = [.. thresholds.Distinct().Order()];
        if (_thresholds.Length == 0) return;
        _stable.Watch(_thresholds, _dice);
        _candidate.Watch(_thresholds, _dice);
    }

    /// <summary>Which of the thresholds that are watched this is; -1 where durations are not told.</summary>
    public int IndexOf(double milliseconds) => Durations is null ? -1
        : Array.IndexOf(_thresholds, milliseconds) is >= 0 and var index ? index
        : throw new NotSupportedException($"Nobody asked for requests above {milliseconds} ms before the rollout.");

    private void Draw(int until)
    {
        var requests = Arrivals(until);
        var shifted = _dice.Binomial(requests, _weight);
        _candidate.Serve(Now, shifted, _phase.Candidate, _phase.Slower, _dice);
        _stable.Serve(Now, requests - shifted, _phase.Stable, _phase.StableSlower, _dice);
    }

    private long Arrivals(int until)
    {
        var rate = _scene.RequestsPerSecond * _phase.Factor * (_scene.Wave?.Invoke(Now) ?? 1);
        return _scene.IsEven
            ? (long)Math.Floor(until * rate + _tick) - (long)Math.Floor(Now * rate + _tick)
            : _dice.Poisson((until - Now) * rate);
    }
}
