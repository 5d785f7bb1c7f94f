namespace Canary.Local.CloudWatch.Metrics;

/// <summary>
/// Between what a statistic looks: above <paramref name="Low"/> and up to <paramref name="High"/>; null is open.
/// </summary>
/// <param name="Low">Exclusive.</param>
/// <param name="High">Inclusive.</param>
/// <param name="IsPercent">Whether they are shares of the sorted observations, from 0 to 100, rather than values.</param>
public sealed record StatisticBounds(double? Low, double? High, bool IsPercent);
