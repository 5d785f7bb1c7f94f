using Canary.Wording;

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

    /// <summary>
    /// Why a version cannot be promoted, which would provision it a second time; null where nothing keeps it from that.
    /// </summary>
    /// <remarks>
    /// Source: Lambda developer guide, "Configuring provisioned concurrency": a version has one configuration,
    /// its own or an alias's.
    /// </remarks>
    internal string? FaultOf(string version, string alias) => Taken?.GetValueOrDefault(version) is not { } taker ? null
        : taker == version
        ? $"Version {version} and the alias {alias} both have provisioned concurrency. "
            + "A version may have it only once, so the promotion would be refused: "
            + "delete the version's."
        : $"Version {version} is provisioned for the alias {Quoted.Of(taker)}, "
            + $"and the alias {alias} has provisioned concurrency too. A version may have it "
            + "only once, so the promotion would be refused: take it from one of the two aliases, or release another version.";
}
