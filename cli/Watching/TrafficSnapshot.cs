using System.Collections.Immutable;

namespace Canary.Cli.Watching;

/// <summary>What each version had served at one moment.</summary>
/// <param name="Versions">By the version's number.</param>
/// <param name="Refused">Requests that no version ran: throttled, or not answered.</param>
internal sealed record TrafficSnapshot(ImmutableSortedDictionary<string, TrafficCount> Versions, long Refused)
{
    public static TrafficSnapshot Empty { get; } = new(ImmutableSortedDictionary<string, TrafficCount>.Empty, 0);

    /// <summary>Nobody counts.</summary>
    public static TrafficSnapshot Unknown { get; } = Empty with { IsUnknown = true };

    /// <summary>Whether nobody counts.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>All versions together.</summary>
    public TrafficCount Total => Versions.Values.Aggregate(default(TrafficCount), (sum, count) => sum + count);

    /// <summary>What a version has served; nothing if it never did.</summary>
    public TrafficCount Of(string? version) => version is null ? default : Versions.GetValueOrDefault(version);

    /// <summary>What was served between an earlier moment and this one.</summary>
    public TrafficSnapshot Since(TrafficSnapshot earlier) => new(
        Versions.Select(pair => KeyValuePair.Create(pair.Key, pair.Value - earlier.Of(pair.Key)))
            .Where(pair => pair.Value.Requests > 0)
            .ToImmutableSortedDictionary(),
        Refused - earlier.Refused);

    /// <summary>A version's share of all requests, 0 to 1; null while there are none.</summary>
    public double? Share(string? version) => Total.Requests == 0 ? null : (double)Of(version).Requests / Total.Requests;
}
