using System.Globalization;

namespace Canary.Statistics.Outlook;

/// <summary>Numbers as a sentence has them.</summary>
internal static class Amount
{
    // Of fewer, one can picture each.
    private const long Few = 200;
    private const double LongestRollout = 48 * 60;

    /// <summary>How many of how many: <c>10 of 10</c>, or <c>2.1 % of 1,240</c>.</summary>
    public static string Of(long bad, long requests) => requests < Few
        ? string.Create(CultureInfo.InvariantCulture, $"{bad} of {requests}")
        : string.Create(CultureInfo.InvariantCulture, $"{Percent((double)bad / requests)} of {requests:N0}");

    /// <summary>A rate, 0 to 1.</summary>
    public static string Percent(double rate)
    {
        var percent = 100 * rate;
        var text = percent is > 0 and < .01
            ? "less than 0.01"
            : percent.ToString(percent < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture);
        return $"{text} %";
    }

    /// <summary>Rounded up to two digits, which say all that such a number can.</summary>
    public static double Rounded(double number)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(number, 1e-9))) - 1);
        return Math.Ceiling(number / unit - 1e-6) * unit;
    }

    /// <summary>A whole number, rounded likewise.</summary>
    public static string Whole(double number) =>
        Math.Max(1, Rounded(Math.Ceiling(number))).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A multiple, rounded up.</summary>
    public static string Times(double multiple)
    {
        var up = multiple < 10 ? Math.Ceiling(10 * multiple - 1e-6) / 10 : Rounded(multiple);
        return up == 2 ? "twice" : up.ToString("#,0.# 'times'", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether no rollout bakes for so many minutes.</summary>
    public static bool IsTooLong(double minutes) => minutes > LongestRollout;

    /// <summary>A time.</summary>
    public static string Time(double minutes) => minutes switch
    {
        <= 1 => "1 minute",
        < 300 => $"{Whole(minutes)} minutes",
        < LongestRollout => $"{Whole(minutes / 60)} hours",
        _ => $"{Whole(minutes / 1_440)} days",
    };
}
