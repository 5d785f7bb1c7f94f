using System.Collections.Immutable;

namespace Canary.Local.Events.Model;

/// <summary>A rule with its targets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Targets">By their ids.</param>
/// <param name="Since">From when its schedule counts.</param>
internal sealed record RuleRecord(Rule Rule, ImmutableSortedDictionary<string, RuleTarget> Targets, DateTimeOffset Since)
{
    /// <summary>Whether its schedule has anything to do.</summary>
    public bool IsScheduled => Rule is { IsEnabled: true, Rate: not null } && Targets.Count > 0;
}
