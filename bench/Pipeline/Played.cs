using Canary.Bench.World;
using Canary.Rollouts;

namespace Canary.Bench.Pipeline;

/// <summary>What one rollout came to.</summary>
/// <param name="RolledBack">Whether the stable version has all traffic again.</param>
/// <param name="Requests">Requests that the candidate got until then, or until the promotion.</param>
/// <param name="Failed">Those of them that failed.</param>
/// <param name="Seconds">Seconds from the first shift to the end.</param>
internal readonly record struct Played(bool RolledBack, long Requests, long Failed, int Seconds)
{
    public static Played Of(Cell cell, ulong seed)
    {
        var alias = new LiveAlias(cell.Scene, cell.Telling, seed);
        var release = new Release(cell.Input(), alias, cell.Telling);
        var ended = release.Play();
        if (ended.Outcome is not (Outcome.RolledBack or Outcome.Promoted))
            throw new InvalidOperationException($"{cell.Title} ended as {ended.Outcome}: {ended.Reason}");
        var total = alias.Candidate.Total;
        return new(ended.Outcome == Outcome.RolledBack, total.Requests, total.Bad, alias.Now - release.ShiftedAt);
    }
}
