using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>Judges signals by what the plan and the document say of them.</summary>
internal static class SignalJudge
{
    /// <summary>Judges one question by one or more signals of the same minutes.</summary>
    public static Judgement Judge(Rollout rollout, Tolerance tolerance, params Signal[] signals) =>
        SequentialJudge.Judge(signals, tolerance, new AnalysisOptions
        {
            MinimumRequests = rollout.Plan.Analysis!.MinimumRequests,
            PlannedLooks = rollout.Internal.Analysis!.PlannedMinutes,
        });

    /// <summary>What has arrived may show that nothing works before it can show anything else.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="tolerance">How much worse the candidate may be.</param>
    /// <param name="signals">The signals: of all that has arrived so far, or of what has arrived whole.</param>
    public static Judgement Soonest(Rollout rollout, Tolerance tolerance, Func<bool, Signal[]> signals)
    {
        var told = signals(true);
        var soFar = Judge(rollout, tolerance, told);
        if (soFar.Verdict.Health == HealthState.Unhealthy) return soFar;
        var whole = signals(false);
        // As a rule nothing is half arrived.
        return told.Zip(whole).All(pair => pair.First.Minutes.SequenceEqual(pair.Second.Minutes))
            ? soFar
            : Judge(rollout, tolerance, whole);
    }
}
