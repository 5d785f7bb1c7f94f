using Canary.Bench.Traffic;
using Canary.Statistics;

namespace Canary.Bench.Judges;

/// <summary>Canary's own, of slow requests: those over the stable version's 90th and 99th percentile.</summary>
internal sealed class LatencyJudge : IJudge
{
    public string Name => "Canary";

    public int? RollsBackAt(Run run)
    {
        Signal slow = new("took longer than nine of ten", run.Looks, Calibration.Of(run.History));
        Signal slower = new("took longer than 99 of 100", run.Slower!.Looks, Calibration.Of(run.Slower.History));
        return SequentialJudge.Judge(null, [slow, slower], new() { PlannedLooks = run.Course.Looks }).UnhealthyAt;
    }
}
