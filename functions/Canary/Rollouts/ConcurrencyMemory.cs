namespace Canary.Rollouts;

/// <summary>What a rollout remembers of its function's provisioned concurrency.</summary>
public sealed record ConcurrencyMemory
{
    /// <summary>
    /// The versions that are provisioned for other aliases or for themselves, with the name of each; null where there are none.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Taken { get; init; }

    /// <summary>When the rollout had raised the alias's.</summary>
    public DateTimeOffset? RaisedAt { get; init; }
}
