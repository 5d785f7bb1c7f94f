using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>A careful alarm: more than 5 % of the candidate's requests failed, in two periods in a row.</summary>
internal sealed class RateAlarm : IJudge
{
    public string Name => "alarm > 5 % twice";

    public int? RollsBackAt(Run run) => Strikes.Reach(2, run, look => look.Candidate.Rate > .05, inARow: true);
}
