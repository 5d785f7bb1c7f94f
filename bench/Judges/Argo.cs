using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>
/// Argo Rollouts as its documentation's example sets it up: success rate at least 95 %, failureLimit 3,
/// so that the fourth failed measurement aborts. One measurement a look; one without data counts for nothing.
/// </summary>
internal sealed class Argo : IJudge
{
    public string Name => "Argo Rollouts";

    public int? RollsBackAt(Run run) => Strikes.Reach(4, run, look => look.Candidate.Rate > .05);
}
