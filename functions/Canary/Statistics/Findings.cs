using System.Globalization;

namespace Canary.Statistics;

/// <summary>What was found, in words and numbers.</summary>
internal sealed class Findings(Timeline timeline, SignalTests[] tests, Course course)
{
    private const double SmallestChance = 1e-9;
    private readonly int _signal = Array.IndexOf(tests, tests.MaxBy(test => test.LogBad));

    /// <summary>Both versions' rates over all minutes.</summary>
    public string Rates => RatesFrom(0);

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

    private string RatesFrom(int minute)
    {
        var (candidate, stable) = timeline.From(minute, _signal);
        return string.Create(CultureInfo.InvariantCulture,
            $"candidate {Percent(candidate)} of {candidate.Requests:N0} requests {timeline.Event(_signal)}, "
            + $"stable {Percent(stable)} of {stable.Requests:N0}");
    }

    private static string Percent(Counts counts)
    {
        var percent = 100 * counts.Rate;
        var text = percent is > 0 and < .01
            ? "less than 0.01"
            : percent.ToString(percent < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture);
        return $"{text} %";
    }

    // Two digits say all that such a number can.
    internal static string Chance(double chance)
    {
        if (chance < SmallestChance) return "less than 1 in a billion";
        var odds = 1 / chance;
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(odds)) - 1));
        return string.Create(CultureInfo.InvariantCulture, $"1 in {Math.Floor(odds / unit) * unit:N0}");
    }
}
