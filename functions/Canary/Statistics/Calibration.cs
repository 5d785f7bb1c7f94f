using System.Text.Json.Serialization;

namespace Canary.Statistics;

/// <summary>
/// How much more the stable version's bad requests vary from minute to minute than independent ones would.
/// Measured once, before the rollout; small, because it lives in the rollout's document.
/// </summary>
/// <param name="Phi">Variance of one minute's bad requests over the binomial one, 1 (independent) to 2,000.</param>
/// <param name="Tau">Coefficient of variation of the rate itself, 0 to 2.</param>
/// <param name="WorstRate">
/// The highest rate of bad requests in one minute of the history, 0 to 1; 0 where the history is steady.
/// </param>
public sealed record Calibration(double Phi, double Tau, double WorstRate)
{
    /// <summary>How many minutes of history are looked at.</summary>
    public const int HistoryMinutes = 180;

    private const int FewestMinutes = 5;

    // Two that fall together among a hundred quiet minutes are no accident.
    private const int FewestBad = 2;

    // Independent ones exceed this once in a thousand times; of few minutes, the second does.
    private const double Gate = 1.5;
    private const double GateOfOneMinute = 3;

    // What varies twice as much over five minutes as from one to the next lasts for minutes.
    private const int LongMinutes = 5;
    private const double LongGate = 2;
    private const double LargestPhi = 2000;
    private const double LargestTau = 2;
    private const double LargestBurstFactor = 20;

    /// <summary>Independent requests: what is assumed of a history that is steady, or too short to tell.</summary>
    public static Calibration Steady { get; } = new(1, 0, 0);

    /// <summary>Whether bad requests come in bursts.</summary>
    [JsonIgnore]
    public bool IsBursty => WorstRate > 0;

    /// <summary>By how much less a bad request counts where what is asked is not whether the candidate is worse.</summary>
    internal double BurstFactor => Math.Min(LargestBurstFactor, Phi);

    /// <summary>The kinds of variation that an unchanged candidate may show: the test must hold for the worst of them.</summary>
    internal IReadOnlyList<Dispersion> Dispersions => !IsBursty
        ? [Dispersion.None]
        :
        [
            Dispersion.None, new(Math.Sqrt(Phi), 0), new(Phi, 0), new(1, Tau / 2), new(1, Tau),
            new(1, Tau) { IsOfVersions = true }, new(Math.Sqrt(Phi), Tau / Math.Sqrt(2)),
        ];

    /// <summary>Measures the burstiness of the stable version.</summary>
    /// <param name="history">Its minutes before the rollout, oldest first; those without requests are left out.</param>
    public static Calibration Of(IEnumerable<Counts> history)
    {
        var minutes = history.Where(minute => minute.Requests > 0).ToList();
        var all = minutes.Aggregate(default(Counts), Counts.Add);
        if (minutes.Count < FewestMinutes || all.Bad < FewestBad || all.Bad >= all.Requests) return Steady;
        var (phi, tau) = Variation(minutes, all, Gate);
        // A burst that lasts for minutes differs little from one to the next.
        var (longPhi, longTau) = Variation(
            [.. minutes.Chunk(LongMinutes).Where(part => part.Length == LongMinutes).Select(part => part.Aggregate(Counts.Add))],
            all,
            LongGate);
        if (longPhi > LongGate * phi) (phi, tau) = (longPhi, longTau);
        return phi > 1 ? new(phi, tau, minutes.Max(minute => minute.Rate)) : Steady;
    }

    // Successive differences: a slow drift of the rate is not a burst.
    private static (double Phi, double Tau) Variation(List<Counts> spans, Counts all, double gate)
    {
        if (spans.Count < FewestMinutes) return (1, 0);
        var phi = spans.Zip(spans.Skip(1), (before, after) => Excess(before, after, all.Rate)).Average();
        if (phi <= Math.Max(gate, 1 + GateOfOneMinute / Math.Sqrt(spans.Count))) return (1, 0);
        var tau = Math.Sqrt(2 * (phi - 1) / ((double)spans.Sum(span => span.Bad) / spans.Count));
        return (Math.Min(LargestPhi, phi), Math.Min(LargestTau, tau));
    }

    private static double Excess(Counts before, Counts after, double rate)
    {
        var difference = after.Rate - before.Rate;
        return difference * difference / (rate * (1 - rate) * (1.0 / before.Requests + 1.0 / after.Requests));
    }
}
