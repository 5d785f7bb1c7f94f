using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>
/// Flagger as its documentation's example sets it up: success rate at least 99 % a minute, and the fifth failed check rolls back.
/// </summary>
internal sealed class Flagger : IJudge
{
    public string Name => "Flagger";

    public int? RollsBackAt(Run run) => Strikes.Reach(5, run, look => look.Candidate.Rate > .01);
}
