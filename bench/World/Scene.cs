using Canary.Bench.Traffic;

namespace Canary.Bench.World;

/// <summary>What callers and versions do. The history before the rollout is the stable version's, as usual.</summary>
/// <param name="RequestsPerSecond">Both versions' requests together.</param>
/// <param name="Stable">The chance that a request of the stable version fails.</param>
/// <param name="Candidate">The same of the candidate.</param>
internal sealed record Scene(double RequestsPerSecond, double Stable, double Candidate)
{
    /// <summary>What changes during the rollout, in the order of time.</summary>
    public Func<Dice, IEnumerable<Phase>> Phases { get; init; } = _ => [];

    /// <summary>The traffic at a second as a multiple of the usual, before the rollout too.</summary>
    public Func<int, double>? Wave { get; init; }

    /// <summary>Whether requests come like a clock's ticks, and not by chance.</summary>
    public bool IsEven { get; init; }

    /// <summary>How many requests of a version fail one after the other, once one does.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>
    /// The chance that a request fails in a batch, while others fail one by one; null where all fail in batches.
    /// </summary>
    public double? BatchRate { get; init; }

    /// <summary>The coefficient of variation of each version's failure rate from minute to minute.</summary>
    public double Variation { get; init; }

    /// <summary>How long requests take; null where that is not told.</summary>
    public Durations? Durations { get; init; }

    /// <summary>How long the candidate's take, where that is not as long.</summary>
    public Durations? CandidateDurations { get; init; }

    /// <summary>How many requests of the candidate are slow after each shift.</summary>
    public int ColdStarts { get; init; }

    /// <summary>Seconds that a request takes, where that delays what is told of it.</summary>
    public int Lasting { get; init; }
}
