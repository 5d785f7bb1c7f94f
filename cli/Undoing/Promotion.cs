using Canary.Cli.Finding;
using Canary.Rollouts;

namespace Canary.Cli.Undoing;

/// <summary>A rollout that gave an alias another version.</summary>
/// <param name="Rollout">Its execution's name.</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="At">When.</param>
internal sealed record Promotion(string Rollout, string From, string To, DateTimeOffset At)
{
    /// <summary>The alarms that watched it.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Whether it went back to an older version itself: numbers of versions only rise.</summary>
    public bool WentBack => long.TryParse(From, out var from) && long.TryParse(To, out var to) && to < from;

    /// <summary>What a rollout has done; null where it promoted nothing.</summary>
    public static Promotion? Of(FoundRollout rollout) => rollout is
    {
        Ended: { } at,
        Document: { Outcome: Outcome.Promoted, StableVersion: { } from, CandidateVersion: { } to } document,
    }
        ? new(rollout.Name, from, to, at) { Alarms = document.Plan.Alarms }
        : null;
}
