namespace Canary.Local.CloudWatch.Model;

/// <summary>The time that a query asks about.</summary>
/// <param name="Start">Inclusive, rounded down as AWS does.</param>
/// <param name="End">Exclusive.</param>
public sealed record MetricSpan(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>
    /// Where the first period begins: on the full minute, or for periods under a minute on one of their own. Old data has coarser
    /// steps.
    /// </summary>
    internal DateTimeOffset FirstPeriod(int period, DateTimeOffset now)
    {
        var step = period < 60 ? period
            : now - Start < TimeSpan.FromDays(15) ? 60
            : now - Start < TimeSpan.FromDays(63) ? 300
            : 3600;
        var second = Start.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - second % step);
    }
}
