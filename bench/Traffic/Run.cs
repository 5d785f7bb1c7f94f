using Canary.Statistics;

namespace Canary.Bench.Traffic;

/// <summary>One rollout's traffic as it is seen.</summary>
/// <param name="Course">What it was drawn from.</param>
/// <param name="Looks">What each look counted.</param>
/// <param name="History">The stable version's minutes before.</param>
internal sealed record Run(Course Course, IReadOnlyList<Minute> Looks, IReadOnlyList<Counts> History)
{
    /// <summary>The same traffic, where only the bad requests that were still worse count.</summary>
    public Run? Slower { get; init; }
}
