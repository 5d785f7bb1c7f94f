using Canary.Rollouts;

namespace Canary.Input;

/// <summary>How much longer than planned a rollout may take because of the analysis.</summary>
internal static class LongestSteps
{
    /// <summary>
    /// The steps, with the approvals that may be asked for, and before them the time for which the rollout may be held:
    /// as steps of their own, for its checks are besides those of the bakes.</summary>
    public static IReadOnlyList<Step> Of(IReadOnlyList<Step> steps, AnalysisRequest analysis)
    {
        if (analysis.DryRun) return steps;
        var asked = analysis.MayAsk ? analysis.ApprovalSeconds : 0;
        return
        [
            steps[0] with { BakeSeconds = analysis.WaitSeconds, ApprovalSeconds = 0 },
            steps[0] with { BakeSeconds = Limits.UnreadableSeconds, ApprovalSeconds = 0 },
            .. steps.Select(step => step with
            {
                ApprovalSeconds = step.ApprovalSeconds > 0 || !step.IsCompared ? step.ApprovalSeconds : asked,
            }),
        ];
    }
}
