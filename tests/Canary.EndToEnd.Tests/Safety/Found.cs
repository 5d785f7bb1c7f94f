using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>Plays a script that once showed a fault.</summary>
internal static class Found
{
    /// <summary>
    /// Nothing may be violated, and the rollouts that are named end so, in the order in which they were started.
    /// </summary>
    public static async Task HoldsAsync(Script script, params Outcome[] wanted)
    {
        var report = await Play.RunAsync(script);

        Assert.True(!Invariants.Violations(report).Any(), string.Join('\n', Invariants.Violations(report)) + "\n" + report);
        Assert.Equal(wanted, report.Rollouts.Select(ended => ended.Rollout?.Outcome).OfType<Outcome>().Take(wanted.Length));
    }
}
