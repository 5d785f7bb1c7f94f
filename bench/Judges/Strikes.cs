using Canary.Bench.Traffic;
using Canary.Statistics;

namespace Canary.Bench.Judges;

/// <summary>Looks that break a rule are counted.</summary>
internal static class Strikes
{
    /// <summary>The look with the last of so many strikes, in a row or not.</summary>
    public static int? Reach(int strikes, Run run, Func<Minute, bool> strike, bool inARow = false)
    {
        var count = 0;
        for (var i = 0; i < run.Looks.Count; i++)
        {
            if (strike(run.Looks[i])) count++;
            else if (inARow) count = 0;
            if (count >= strikes) return i;
        }

        return null;
    }
}
