using Canary.Statistics;

namespace Canary.Bench.Traffic;

/// <summary>What happens in a rollout: how much traffic, at which weights, and how much of it is bad.</summary>
/// <param name="RequestsPerSecond">Both versions' requests together.</param>
/// <param name="Plan">The weights.</param>
/// <param name="Rates">The rates of bad requests; the first, of the stable version, holds in the history too.</param>
internal sealed record Course(double RequestsPerSecond, IReadOnlyList<Stage> Plan, IReadOnlyList<Rates> Rates)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Seconds between looks, and the length of what each look counts.</summary>
    public int LookSeconds { get; init; } = 60;

    /// <summary>Whether the requests come at even intervals, as a schedule's do; else by chance.</summary>
    public bool IsEven { get; init; }

    public Noise Noise { get; init; } = Noise.None;

    /// <summary>
    /// Of the bad requests, the parts that are still worse: those of the candidate and of the stable version.
    /// Null where nobody asks.
    /// </summary>
    public (double Candidate, double Stable)? Slower { get; init; }

    public double LookMinutes => LookSeconds / 60.0;

    public int Looks => (int)Math.Round(Plan.Sum(stage => stage.Minutes) / LookMinutes);

    public Run Draw(Dice dice)
    {
        var phase = IsEven ? dice.Uniform() : 0;
        Counts[] history = [.. Enumerable.Range(-Calibration.HistoryMinutes, Calibration.HistoryMinutes)
            .Select(minute => History(minute, phase, dice))];
        var run = new Run(this, [.. Enumerable.Range(0, Looks).Select(look => Look(look, phase, dice))], history);
        return Slower is { } parts ? run with { Slower = Thin(run, parts.Candidate, parts.Stable, dice) } : run;
    }

    private static Run Thin(Run run, double candidate, double stable, Dice dice)
    {
        return run with
        {
            Looks = [.. run.Looks.Select(
                look => look with { Candidate = Thinned(look.Candidate, candidate), Stable = Thinned(look.Stable, stable) })],
            History = [.. run.History.Select(minute => Thinned(minute, stable))],
        };

        Counts Thinned(Counts counts, double part) => counts with { Bad = dice.Binomial(counts.Bad, part) };
    }

    private long Requests(double from, double until, double phase, Dice dice) => IsEven
        ? (long)(Math.Floor(60 * RequestsPerSecond * until + phase) - Math.Floor(60 * RequestsPerSecond * from + phase))
        : dice.Poisson(60 * RequestsPerSecond * (until - from));

    private Counts History(int minute, double phase, Dice dice)
    {
        var requests = Requests(minute, minute + 1, phase, dice);
        return new(requests, Noise.Bad(requests, Math.Min(1, Rates[0].Stable * Noise.Factor(dice)), dice));
    }

    // Pieces in which neither the weight nor a rate changes.
    private Minute Look(int look, double phase, Dice dice)
    {
        var (from, until) = (look * LookMinutes, (look + 1) * LookMinutes);
        var changes = Changes().Where(change => change.At >= from - 1e-9 && change.At < until - 1e-9).ToList();
        var inside = changes.Select(change => change.At)
            .Concat(Rates.Select(rates => rates.FromMinute))
            .Where(at => at > from && at < until);
        double[] edges = [from, .. inside.Distinct().Order(), until];
        var (candidateFactor, stableFactor) = (Noise.Factor(dice), Noise.Factor(dice));
        Counts candidate = default, stable = default;
        for (var i = 1; i < edges.Length; i++)
        {
            var rates = RatesAt(edges[i - 1]);
            var requests = Requests(edges[i - 1], edges[i], phase, dice);
            var shifted = dice.Binomial(requests, WeightAt(edges[i - 1]));
            candidate += new Counts(shifted, Noise.Bad(shifted, Math.Min(1, rates.Candidate * candidateFactor), dice));
            stable +=
                new Counts(requests - shifted, Noise.Bad(requests - shifted, Math.Min(1, rates.Stable * stableFactor), dice));
        }

        return new(Start.AddSeconds(look * LookSeconds), candidate, stable)
        {
            Share = changes.Count > 0 ? 0 : WeightAt(from),
            WeightChanged = changes.Count > 0,
            LargestShare = changes.Select(change => change.Larger).DefaultIfEmpty().Max(),
        };
    }

    private IEnumerable<(double At, double Larger)> Changes()
    {
        var (at, before) = (0.0, 0.0);
        foreach (var stage in Plan)
        {
            yield return (at, Math.Max(before, stage.Weight));
            (at, before) = (at + stage.Minutes, stage.Weight);
        }
    }

    private double WeightAt(double minute)
    {
        foreach (var stage in Plan)
        {
            if (minute < stage.Minutes - 1e-9) return stage.Weight;
            minute -= stage.Minutes;
        }

        return Plan[^1].Weight;
    }

    private Rates RatesAt(double minute) => Rates.Last(rates => rates.FromMinute <= minute + 1e-9);
}
