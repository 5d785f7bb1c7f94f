using System.Globalization;
using Canary.Statistics.Outlook;

namespace Canary.Statistics;

/// <summary>What was found, in words and numbers, and what would be enough where it is not.</summary>
internal sealed class Findings(
    Timeline timeline, SignalTests[] tests, Course course, Tolerance tolerance, long minimumRequests)
{
    private const double SmallestChance = 1e-9;
    private readonly int _signal = Array.IndexOf(tests, tests.MaxBy(test => test.LogBad));

    /// <summary>Both versions' rates since the evidence began to rise, and how likely that is by chance.</summary>
    public string Against
    {
        get
        {
            var since = course.RisesFrom > 0 && course.RisesFrom < timeline.Count
                ? string.Create(
                    CultureInfo.InvariantCulture, $"since {timeline[_signal][course.RisesFrom].Start.UtcDateTime:HH:mm} ")
                : "";
            return $"{since}{RatesFrom(course.RisesFrom)}; {Chance(Math.Exp(-course.Peak))} by chance";
        }
    }

    /// <summary>The same of what does not suffice, and what would.</summary>
    public string Suspicious => $"{Against}: suspicious, but not enough to roll back{Enough(UntilUnhealthy(course.RisesFrom))}";

    /// <summary>Both versions' rates over all minutes, and by how much the candidate may be worse at most.</summary>
    public string For => $"{RatesFrom(0)}: {Bound}";

    /// <summary>Both versions' rates over all minutes, and how much more traffic would be enough for a verdict.</summary>
    public string NotEnough => $"{RatesFrom(0)}: not enough to tell{Enough(Math.Min(UntilHealthy, UntilUnhealthy(0)))}";

    /// <summary>Why the minutes say nothing of how both versions are now; null where they do.</summary>
    public string? Silence
    {
        get
        {
            if (timeline.Silence() is not { } silence) return null;
            var (candidate, stable) = timeline.From(0, _signal);
            if (candidate.Requests > 0 && stable.Requests > 0) return $"{silence}; {RatesFrom(0)}";
            return candidate.Requests > 0 ? $"{silence}, candidate {Of(candidate)} {timeline.Event(_signal)}"
                : stable.Requests > 0 ? $"{silence}, stable {Of(stable)} {timeline.Event(_signal)}: {EnoughIfClean}"
                : silence;
        }
    }

    private double UntilHealthy => Math.Max(
        timeline.Lack(minimumRequests),
        tests.Select((test, signal) => test.RequestsUntilGood(-Math.Log(tolerance.Beta), timeline.Pace(signal, 0))).Max());

    private string Bound
    {
        get
        {
            var (candidate, stable) = timeline.From(0, _signal);
            var (bad, usual) = timeline.IsSwapped ? (stable, candidate) : (candidate, stable);
            var (rate, ratio) = tests[_signal].Bounds;
            var few = rate / tolerance.HarmfulRate <= ratio / tolerance.HarmfulRatio;
            var least = few ? $"{Amount.Percent(Amount.Rounded(rate))} or more" : Amount.Times(ratio);
            var ruledOut = (timeline.IsSwapped, few) switch
            {
                (true, true) => $"a stable rate of {least}",
                (true, false) => $"a stable rate {least} as high",
                (false, true) => least,
                _ => $"{least} the stable rate",
            };
            var no = bad.Rate > tolerance.Ratio * usual.Rate ? "not shown to be worse" : "no worse";
            return $"{no}, and {ruledOut} is ruled out";
        }
    }

    private string EnoughIfClean =>
        $"about {Amount.Whole(tests[0].RequestsUntilGood(-Math.Log(tolerance.Beta), new(0, 0, .5, 0)))} may be enough";

    // As long as its rate does not say so, no number of requests will.
    private double UntilUnhealthy(int from)
    {
        var pace = timeline.Pace(_signal, Math.Min(from, timeline.Count - 1));
        if (pace.Candidate <= tolerance.NegligibleRate) return double.PositiveInfinity;
        return Math.Max(
            pace.RequestsUntilWorse(-Math.Log(tolerance.Alpha) - course.Last, tolerance.Ratio),
            (tolerance.MinimumBad - tests.Max(test => test.Bad)) / pace.Candidate);
    }

    private string Enough(double requests)
    {
        var pace = timeline.Pace(0, 0);
        var minutes = requests / pace.PerMinute;
        if (timeline.IsSwapped) requests *= pace.StablePerCandidate;
        return double.IsInfinity(minutes) ? ", and never will be at these rates"
            : Amount.IsTooLong(minutes)
                ? $", and would not be within {Amount.Time(minutes)} at this traffic: a larger share or an alarm says more"
            : $", about {Amount.Whole(requests)} more candidate requests would be, {Amount.Time(minutes)} at this traffic";
    }

    private string RatesFrom(int minute)
    {
        var (candidate, stable) = timeline.From(minute, _signal);
        return $"candidate {Of(candidate)} requests {timeline.Event(_signal)}, stable {Of(stable)}";
    }

    private static string Of(Counts counts) => Amount.Of(counts.Bad, counts.Requests);

    // Two digits say all that such a number can.
    internal static string Chance(double chance)
    {
        if (chance < SmallestChance) return "less than 1 in a billion";
        var odds = 1 / chance;
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(odds)) - 1));
        return string.Create(CultureInfo.InvariantCulture, $"1 in {Math.Floor(odds / unit) * unit:N0}");
    }
}
