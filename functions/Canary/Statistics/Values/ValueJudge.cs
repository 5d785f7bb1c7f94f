using System.Globalization;
using Canary.Statistics.Outlook;

namespace Canary.Statistics.Values;

/// <summary>
/// Compares the levels of a metric, about whose distribution nothing is known: only which version's is worse,
/// minute by minute. An unchanged candidate's is worse in no more than six of ten minutes, by chance;
/// a sequential sign test bounds how often that is ever taken for a regression.
/// </summary>
public static class ValueJudge
{
    // Fewer say nothing of what comes, and as many missing ones are a silence.
    private const int FewestMinutes = 5;
    private const int Silence = 3;

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
        var (test, course) = (new SignTest(plannedLooks), new Course(tolerance));
        foreach (var minute in minutes)
        {
            if (minute is { Candidate: { } candidate, Stable: { } stable })
            {
                if (candidate == stable) test.ObserveTie();
                else test.Observe(IsWorse(candidate, stable, moreIsGood, tolerance));
            }
            course.Add(test.Log, test.Worse);
        }

        var health = course.UnhealthyAt is not null ? HealthState.Unhealthy
            : test.Minutes >= FewestMinutes
                && test.LogGood >= -Math.Log(tolerance.Beta)
                && !Judgement.IsSuspicious(course.Last)
                && !HasStopped(minutes)
            ? HealthState.Healthy
            : HealthState.Inconclusive;
        var words = string.Create(
            CultureInfo.InvariantCulture, $"{name} was worse at the candidate in {test.Worse} of {test.Minutes} minutes");
        var reason = health == HealthState.Unhealthy ? $"{words}; {Findings.Chance(Math.Exp(-course.Peak))} by chance"
            : test.Minutes == 0 ? $"no values of {name} could be compared"
            : health == HealthState.Healthy ? $"{words}: no worse, and nine of ten minutes are ruled out"
            : HasStopped(minutes) ? $"{words}, and the candidate has had no value since"
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
