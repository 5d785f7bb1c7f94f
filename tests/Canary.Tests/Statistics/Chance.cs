using Canary.Statistics;
using Canary.Statistics.Chances;

namespace Canary.Tests.Statistics;

/// <summary>Counts by chance: exact, and drawn.</summary>
internal static class Chance
{
    public static double LogChoose(int n, int k) => LogGamma.Of(n + 1) - LogGamma.Of(k + 1) - LogGamma.Of(n - k + 1);

    /// <summary>Draws how many of n happen, by leaping from one that does to the next.</summary>
    public static long Binomial(this Random random, long n, double p)
    {
        if (p > .5) return n - random.Binomial(n, 1 - p);
        var count = -1L;
        for (var at = 0.0; at <= n; count++) at += 1 + Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(1 - p));
        return count;
    }

    /// <summary>Draws how many come in a time in which so many are usual, by the times between them.</summary>
    public static long Poisson(this Random random, double mean)
    {
        var count = -1L;
        for (var left = mean; left >= 0; count++) left += Math.Log(1 - random.NextDouble());
        return count;
    }

    /// <summary>The part of many seeded rollouts that is judged Unhealthy at any minute.</summary>
    public static double OfRollback(
        int runs, Func<Random, IReadOnlyList<Minute>> rollout, Func<Random, Calibration>? calibration = null)
    {
        var rolledBack = 0;
        Parallel.For(0, runs, run =>
        {
            var random = new Random(run);
            var judgement = Traffic.Judgement(rollout(random), calibration?.Invoke(random));
            if (judgement.Verdict.Health == HealthState.Unhealthy) Interlocked.Increment(ref rolledBack);
        });
        return (double)rolledBack / runs;
    }
}
