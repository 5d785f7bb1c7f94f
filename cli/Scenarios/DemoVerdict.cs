using Canary.Aliases;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>Whether the demo showed what it promises.</summary>
internal static class DemoVerdict
{
    /// <summary>
    /// What went otherwise than promised, in sentences; none if the good version was promoted, and the bad one rolled back by the
    /// analysis with the alias exactly as before.
    /// </summary>
    public static IReadOnlyList<string> Faults(RolloutResult good, RolloutResult bad) =>
        [.. FaultsOfGood(good), .. FaultsOfBad(bad)];

    private static IEnumerable<string> FaultsOfGood(RolloutResult good)
    {
        if (good.View is not { Status: "SUCCEEDED", Document: { Outcome: Outcome.Promoted } document })
        {
            yield return $"The good version was not promoted: {Told(good.View)}";
            yield break;
        }
        if (good.AliasAfter != new AliasState(document.CandidateVersion!)
            || document.CandidateVersion == good.AliasBefore.Version)
            yield return $"The good version {document.CandidateVersion} was promoted, but the alias is at {good.AliasAfter}.";
    }

    private static IEnumerable<string> FaultsOfBad(RolloutResult bad)
    {
        if (bad.View is not { Status: "FAILED", Document.Outcome: Outcome.RolledBack })
            yield return $"The bad version was not rolled back: {Told(bad.View)}";
        // The alarm wants more bad minutes, which it must not get.
        else if (!Detection.IsByAnalysis(bad.View))
            yield return $"The bad version was rolled back, but not by the analysis: {Told(bad.View)}";
        if (bad.AliasAfter != bad.AliasBefore)
            yield return $"The alias was at {bad.AliasBefore} before the bad version, and is at {bad.AliasAfter} after it.";
    }

    internal static string Told(RolloutView view) =>
        $"its execution ended as {view.Status}. {view.Reason ?? view.Timeline.LastOrDefault()?.Text}";
}
