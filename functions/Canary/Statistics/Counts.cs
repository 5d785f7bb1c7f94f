namespace Canary.Statistics;

/// <summary>What one version did in a span of time.</summary>
/// <param name="Requests">Requests it answered, well or badly; 0 or more.</param>
/// <param name="Bad">How many of them were bad: failed, or slower than a threshold; 0 or more.</param>
public readonly record struct Counts(long Requests, long Bad)
{
    /// <summary>Bad requests of all, 0 to 1; 0 where there are none.</summary>
    public double Rate => Requests > 0 ? (double)Bad / Requests : 0;

    /// <summary>Both spans together.</summary>
    public static Counts operator +(Counts left, Counts right) => new(left.Requests + right.Requests, left.Bad + right.Bad);

    /// <summary>Both spans together.</summary>
    public static Counts Add(Counts left, Counts right) => left + right;
}
