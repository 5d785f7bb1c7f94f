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

    /// <summary>Whether requests come like a clock's ticks, and not by chance.</summary>
    public bool IsEven { get; init; }

    /// <summary>How many requests of a version fail one after the other, once one does.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The coefficient of variation of each version's failure rate from minute to minute.</summary>
    public double Variation { get; init; }
}
