namespace Canary.Bench.World;

/// <summary>How CloudWatch comes to tell of what has happened.</summary>
/// <param name="Name">In words.</param>
/// <param name="GrainSeconds">What arrives as one: 60 is whole minutes.</param>
/// <param name="Scope">What has the same lag.</param>
/// <param name="Least">The shortest lag after the grain's end, in seconds.</param>
/// <param name="Most">The longest.</param>
internal sealed record Telling(string Name, int GrainSeconds, LagScope Scope, int Least, int Most)
{
    public static Telling AtOnce { get; } = new("at once", VersionLog.PartSeconds, LagScope.Rollout, 0, 0);

    /// <summary>Whether a version's metrics come in the order of time.</summary>
    public bool InOrder { get; init; } = true;

    /// <summary>
    /// Whether a version's minute is told only once all of it is there: what a judge could see that knew when that is.
    /// </summary>
    public bool IsHeld { get; init; }

    /// <summary>Up to how many seconds each version's metrics always come later, each its own.</summary>
    public int Apart { get; init; }

    /// <summary>Seconds more for all of the stable version's.</summary>
    public int StableLate { get; init; }

    /// <summary>Seconds more for all of the candidate's.</summary>
    public int CandidateLate { get; init; }

    /// <summary>Whether each request that did not fail is told of as an error of 0.</summary>
    public bool TellsZeros { get; init; } = true;

    /// <summary>The longest that anything takes after its grain's end.</summary>
    public int Longest => Most + Apart + Math.Max(StableLate, CandidateLate);
}
