using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>
/// M out of N with gaps, as the user guide's "Configuring how CloudWatch alarms treat missing data" describes it: real datapoints
/// are used however old they are, gaps are filled only as far as they must be, and "missing" avoids premature alarms.
/// </summary>
internal static class AlarmEvaluation
{
    /// <summary>
    /// How many periods beyond N are looked at. The guide's examples look at 5 for an N of 3 and leave other cases open.
    /// </summary>
    public const int Beyond = 2;

    /// <param name="range">N + <see cref="Beyond"/> periods, newest first; null is a period without data.</param>
    /// <param name="threshold">What to compare with.</param>
    public static EvaluationResult Judge(IReadOnlyList<MetricPoint?> range, AlarmThreshold threshold)
    {
        var points = range.OfType<MetricPoint>().Take(threshold.Periods).ToList();
        var filled = threshold.Periods - points.Count;
        var breaching = points.Count(point => threshold.IsBreachedBy(point.Value));
        return new EvaluationResult(StateOf(range, threshold, points.Count, breaching, filled), points, filled);
    }

    private static AlarmStateValue? StateOf(
        IReadOnlyList<MetricPoint?> range, AlarmThreshold threshold, int points, int breaching, int filled) =>
        threshold.Missing switch
        {
            _ when breaching >= threshold.ToAlarm => AlarmStateValue.Alarm,
            _ when filled == 0 => AlarmStateValue.Ok,
            TreatMissingData.NotBreaching => AlarmStateValue.Ok,
            TreatMissingData.Breaching => breaching + filled >= threshold.ToAlarm ? AlarmStateValue.Alarm : AlarmStateValue.Ok,
            _ when breaching < points => AlarmStateValue.Ok,
            TreatMissingData.Ignore => null,
            _ => points > 0 && IsMature(range, threshold) ? AlarmStateValue.Alarm : AlarmStateValue.InsufficientData,
        };

    /// <summary>
    /// A lone breach says nothing while the next datapoint may deny it; once it is M periods old and nothing did, it counts for
    /// all of them.
    /// </summary>
    private static bool IsMature(IReadOnlyList<MetricPoint?> range, AlarmThreshold threshold)
    {
        var oldest = range.Count;
        while (range[oldest - 1] is null) oldest--;
        return oldest >= threshold.ToAlarm;
    }
}
