namespace Canary.Bench.Cost;

/// <summary>
/// What AWS asks in its US East Regions, in dollars, without its free tiers: the first tier of each service's price page.
/// </summary>
internal static class Prices
{
    public const double Transition = 0.025 / 1_000;
    public const double MetricRead = 0.01 / 1_000;
    public const double AlarmsRead = 0.01 / 1_000;
    public const double Invocation = 0.20 / 1_000_000;

    /// <summary>A gigabyte-second on arm64.</summary>
    public const double GigabyteSecond = 0.0000133334;

    public const double LoggedGigabyte = 0.50;
    public const double Event = 1.00 / 1_000_000;
    public const double Trace = 5.00 / 1_000_000;

    /// <summary>A metric of one's own, for an hour in which it has a value.</summary>
    public const double MetricHour = 0.30 / 730;

    /// <summary>An alarm on one metric, for a month.</summary>
    public const double Alarm = 0.10;
}
