using Canary.Cli.Watching;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Cli.Scenarios;

/// <summary>How a bad version was found.</summary>
internal static class Detection
{
    /// <summary>Whether it was rolled back because the analysis found the candidate worse, and not because of an alarm.</summary>
    public static bool IsByAnalysis(RolloutView view) =>
        view.Document is
        {
            Outcome: Outcome.RolledBack,
            Internal.Analysis.Latest: { Health: HealthState.Unhealthy, Reason: var why },
        } document
        && document.Reason.Contains(why, StringComparison.Ordinal);

    /// <summary>How long it was from the first shift to the last check.</summary>
    public static TimeSpan Delay(RolloutView view) =>
        view.Timeline.LastOrDefault(entry => entry.State == "CheckHealth")?.At
        - view.Timeline.FirstOrDefault(entry => entry.State == "ShiftWeight")?.At ?? TimeSpan.Zero;
}
