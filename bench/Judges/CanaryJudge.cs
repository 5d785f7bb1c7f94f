using Canary.Bench.Traffic;
using Canary.Statistics;

namespace Canary.Bench.Judges;

/// <summary>Canary's own.</summary>
internal sealed class CanaryJudge : IJudge
{
    public string Name => "Canary";

    public int? RollsBackAt(Run run)
    {
        var errors = new Signal("failed", run.Looks, Calibration.Of(run.History));
        return SequentialJudge.Judge(errors, [], new() { PlannedLooks = run.Course.Looks }).UnhealthyAt;
    }
}
