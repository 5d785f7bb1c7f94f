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

    /// <summary>Seconds by which one version's metrics may always come after the other's.</summary>
    public int Apart { get; init; }

    /// <summary>Whether each request that did not fail is told of as an error of 0.</summary>
    public bool TellsZeros { get; init; } = true;
}
