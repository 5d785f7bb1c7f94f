using System.Globalization;
using System.Text.RegularExpressions;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>
/// The names of the statistics that need the single values, as "CloudWatch statistics definitions" spells them.
/// </summary>
internal static partial class StatisticSyntax
{
    /// <summary>For a refusal: one of each form.</summary>
    public const string Examples = "p99.9, tm99, TM(2%:98%), TC(80:500), TS(80%:), wm98, PR(:300) or IQM";

    /// <summary>For a refusal: one of each form that an alarm takes.</summary>
    public const string AlarmExamples =
        "p90, tm90, tc90, ts90, wm90, IQM, PR(100:2000) or TM(10%:90%), its bounds from 10% to 90%, and TC, TS and WM like it";

    public static Statistic? Parse(string text)
    {
        if (text == "IQM") return new(text, StatisticKind.TrimmedMean, new(25, 75, IsPercent: true));
        if (Short().Match(text) is { Success: true } one) return Short(text, one);
        return Range().Match(text) is { Success: true } range ? Range(text, range) : null;
    }

    /// <summary>
    /// Whether PutMetricAlarm takes it: only these forms are in the model's documentation of ExtendedStatistic.
    /// </summary>
    public static bool IsForAlarms(Statistic statistic) => statistic switch
    {
        { Bounds: null } => false,
        { Kind: StatisticKind.PercentileRank, Bounds: var rank } => rank.Low is not null && rank.High is not null,
        { Bounds.IsPercent: false } => false,
        { Text: "IQM" } => true,
        { Bounds: var percent } =>
            !statistic.Text.EndsWith(')') || (percent.Low is >= 10 and <= 90 && percent.High is >= 10 and <= 90),
    };

    private static Statistic? Short(string text, Match match)
    {
        var (kind, percent) = (KindOf(match.Groups["kind"].Value), Number(match.Groups["number"])!.Value);
        return percent <= 100 && (percent > 0 || kind == StatisticKind.Percentile)
            ? new(text, kind, new(null, percent, IsPercent: true))
            : null;
    }

    private static Statistic? Range(string text, Match match)
    {
        var (kind, low, high) = (KindOf(match.Groups["kind"].Value), Number(match.Groups["low"]), Number(match.Groups["high"]));
        if (low is null && high is null || low >= high) return null;
        var percents = match.Groups["percent"].Captures.Count;
        if (percents == 0) return new(text, kind, new(low, high, IsPercent: false));
        // Both are percentages or none is; a percentile rank has fixed thresholds.
        if (kind == StatisticKind.PercentileRank || percents < (low is null || high is null ? 1 : 2)) return null;
        return low > 100 || high > 100 ? null : new(text, kind, new(low, high, IsPercent: true));
    }

    private static StatisticKind KindOf(string prefix) => prefix switch
    {
        "p" => StatisticKind.Percentile,
        "tm" or "TM" => StatisticKind.TrimmedMean,
        "tc" or "TC" => StatisticKind.TrimmedCount,
        "ts" or "TS" => StatisticKind.TrimmedSum,
        "wm" or "WM" => StatisticKind.WinsorizedMean,
        _ => StatisticKind.PercentileRank,
    };

    private static double? Number(Group digits) =>
        digits.Success ? double.Parse(digits.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<kind>p|tm|tc|ts|wm)(?<number>[0-9]{1,3}(\.[0-9]{1,10})?)\z")]
    private static partial Regex Short();

    [GeneratedRegex(
        @"^(?<kind>TM|TC|TS|WM|PR)\(((?<low>[0-9]{1,15}(\.[0-9]{1,10})?)(?<percent>%)?)?:"
        + @"((?<high>[0-9]{1,15}(\.[0-9]{1,10})?)(?<percent>%)?)?\)\z")]
    private static partial Regex Range();
}
