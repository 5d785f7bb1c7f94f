using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>
/// The alarm in the guide to gradual deployments of AWS's SAM: Errors of the alias (both
/// versions) above 0 in two periods of a minute.
/// </summary>
internal sealed class SamExampleAlarm : IJudge
{
    public string Name => "alarm of SAM's example";

    public int? RollsBackAt(Run run) => Strikes.Reach(2, run, look => look.Candidate.Bad + look.Stable.Bad > 0, inARow: true);
}
