using Canary.Rollouts;

namespace Canary.Analyzing;

/// <summary>How much longer than planned a rollout may take because of the analysis.</summary>
internal static class Lengthening
{
    /// <summary>The steps, the first of them with all the time for which the rollout may be held, and with the approvals that may be asked for.</summary>
    public static IReadOnlyList<Step> Of(IReadOnlyList<Step> steps, AnalysisRequest analysis)
    {
        if (analysis.DryRun) return steps;
        var asked = analysis.MayAsk ? analysis.ApprovalSeconds : 0;
        return
        [
            .. steps.Select((step, i) => step with
            {
                BakeSeconds = step.BakeSeconds + (i == 0 ? analysis.WaitSeconds : 0),
                ApprovalSeconds = step.ApprovalSeconds > 0 || !step.IsCompared ? step.ApprovalSeconds : asked,
            }),
        ];
    }
}
