using System.Globalization;
using Canary.Statistics.Outlook;

namespace Canary.Statistics.Values;

/// <summary>
/// Compares the levels of a metric, about whose distribution nothing is known: only which version's is worse,
/// minute by minute. An unchanged candidate's is worse in no more than six of ten minutes, by chance;
/// a sequential sign test bounds how often that is ever taken for a regression. A candidate that has no values any more
/// cannot be worse; that a sequential test of silence sees.
/// </summary>
public static class ValueJudge
{
    // Fewer say nothing of what comes, and as many missing ones are a silence.
    private const int FewestMinutes = 5;
    private const int Silence = 3;

    // Most regressions of a level are no silence. The two bets share one stake.
    private static readonly double WeightOfWorse = Math.Log(.8);
    private static readonly double WeightOfSilent = Math.Log(.2);

    /// <summary>Judges one metric.</summary>
    /// <param name="name">What it is called in the reason.</param>
    /// <param name="minutes">Its values.</param>
    /// <param name="moreIsGood">Whether less of it is worse.</param>
    /// <param name="tolerance">
    /// A minute is worse when the candidate's value is beyond the stable one's times, or divided by, the ratio.
    /// </param>
    /// <param name="plannedLooks">See <see cref="AnalysisOptions.PlannedLooks"/>.</param>
    public static Judgement Judge(
        string name, IReadOnlyList<ComparedValues> minutes, bool moreIsGood, Tolerance tolerance, int plannedLooks)
    {
        var (test, silence, course) = (new SignTest(plannedLooks), new SilenceTest(plannedLooks), new Course(tolerance));
        var isSilent = false;
        foreach (var minute in minutes)
        {
            if (minute is { Candidate: { } candidate, Stable: { } stable })
            {
                if (candidate == stable) test.ObserveTie();
                else test.Observe(IsWorse(candidate, stable, moreIsGood, tolerance));
            }
            if (minute.RequestRatio is { } requests)
                silence.Observe(minute.Candidate is not null, minute.Stable is not null, requests / tolerance.Ratio);
            var (worse, silent) = (test.Log + WeightOfWorse, silence.Log + WeightOfSilent);
            if (course.UnhealthyAt is null) isSilent = silent > worse;
            course.Add(LogSpace.Add(worse, silent), test.Worse + silence.Missing);
        }

        var hasStopped = HasStopped(minutes);
        var health = course.UnhealthyAt is not null ? HealthState.Unhealthy
            : test.Minutes >= FewestMinutes
                && test.LogGood >= -Math.Log(tolerance.Beta)
                && !Judgement.IsSuspicious(course.Last)
                && !hasStopped
            ? HealthState.Healthy
            : HealthState.Inconclusive;
        var isMissing = silence.Missing > 0 && (isSilent || hasStopped || test.Minutes == 0);
        var words = isMissing
            ? $"{name} had no value at the candidate in {Number(silence.Missing)} minutes in which the stable version had one"
            : $"{name} was worse at the candidate in {Number(test.Worse)} of {Number(test.Minutes)} minutes";
        var reason = health == HealthState.Unhealthy ? $"{words}; {Findings.Chance(Math.Exp(-course.Peak))} by chance"
            : isMissing ? $"{words}: not enough to tell{Enough(silence, course, tolerance)}"
            : test.Minutes == 0 ? $"no values of {name} could be compared"
            : health == HealthState.Healthy ? $"{words}: no worse, and nine of ten minutes are ruled out"
            : hasStopped ? $"{words}, and the candidate has had no value since"
            : $"{words}: not enough to tell{Enough(test, course, tolerance)}";
        return new(new(health, reason), course.Evidence, Math.Exp(-course.Peak), Judgement.IsSuspicious(course.Last))
        {
            UnhealthyAt = course.UnhealthyAt,
        };
    }

    // The sooner of both: until it is shown to be harmless, or worse.
    private static string Enough(SignTest test, Course course, Tolerance tolerance)
    {
        var (good, bad) = test.PerMinute;
        var healthy = good > 0 ? (-Math.Log(tolerance.Beta) - test.LogGood) / good : double.PositiveInfinity;
        var unhealthy = bad > 0 ? (-Math.Log(tolerance.Alpha) - course.Last) / bad : double.PositiveInfinity;
        var minutes = Math.Max(
            FewestMinutes - test.Minutes, Judgement.IsSuspicious(course.Last) ? unhealthy : Math.Min(healthy, unhealthy));
        return double.IsInfinity(minutes) ? "" : $", about {Amount.Time(minutes)} more would be";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Enough(SilenceTest test, Course course, Tolerance tolerance) =>
        $", about {Amount.Time((-Math.Log(tolerance.Alpha) - course.Last) / test.PerMinute)} more would be";

    private static bool HasStopped(IEnumerable<ComparedValues> minutes) => minutes.Reverse()
        .SkipWhile(minute => minute is { Candidate: null, Stable: null })
        .TakeWhile(minute => minute.Candidate is null)
        .Count() >= Silence;

    // By a margin, so that it is right for values below 0 too.
    private static bool IsWorse(double candidate, double stable, bool moreIsGood, Tolerance tolerance)
    {
        var (worse, better) = moreIsGood ? (stable, candidate) : (candidate, stable);
        return worse - better > Math.Abs(better) * (tolerance.Ratio - 1);
    }
}
