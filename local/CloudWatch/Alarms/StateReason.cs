using System.Globalization;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>Why a metric alarm has the state that it has, in CloudWatch's words.</summary>
internal static class StateReason
{
    public static string Of(AlarmStateValue state, EvaluationResult verdict, AlarmThreshold threshold)
    {
        if (state == AlarmStateValue.InsufficientData)
            return $"Insufficient Data: {Datapoints(verdict.Filled)} {Were(verdict.Filled)} unknown.";
        var breach = state == AlarmStateValue.Alarm;
        var points = verdict.Points.Where(point => threshold.IsBreachedBy(point.Value) == breach).ToList();
        var gaps = threshold.Missing is TreatMissingData.Breaching or TreatMissingData.NotBreaching && verdict.Filled > 0
            ? $" and {Gaps(verdict, threshold)}"
            : "";
        if (points.Count == 0)
        {
            var received = verdict.Points.Count == 0
                ? "no datapoints were"
                : $"{Datapoints(verdict.Points.Count)} {Were(verdict.Points.Count)}";
            return $"Threshold Crossed: {received} received for {Plural(threshold.Periods, "period")}{gaps}.";
        }
        var count = threshold.IsMOutOfN
            ? $"{points.Count} out of the last {threshold.Periods} datapoints"
            : Datapoints(points.Count);
        var shown = string.Join(", ", points.Select(Point));
        return $"Threshold Crossed: {count} [{shown}] {Were(points.Count)} {(breach ? "" : "not ")}"
            + $"{threshold.ComparisonOperator.Words} "
            + $"({JavaNumber.Text(threshold.Value)}){gaps}{(threshold.IsMOutOfN ? Minimum(threshold, breach) : "")}.";
    }

    private static string Minimum(AlarmThreshold threshold, bool breach) => breach
        ? $" (minimum {Datapoints(threshold.ToAlarm)} for OK -> ALARM transition)"
        : $" (minimum {Datapoints(threshold.Periods - threshold.ToAlarm + 1)} for ALARM -> OK transition)";

    private static string Gaps(EvaluationResult verdict, AlarmThreshold threshold) =>
        $"{verdict.Filled} missing datapoint{(verdict.Filled == 1 ? " was" : "s were")} treated as "
        + $"[{(threshold.Missing == TreatMissingData.Breaching ? "Breaching" : "NonBreaching")}]";

    private static string Point(MetricPoint point) =>
        $"{JavaNumber.Text(point.Value)} "
        + $"({point.Timestamp.UtcDateTime.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture)})";

    private static string Datapoints(int count) => Plural(count, "datapoint");

    private static string Plural(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Were(int count) => count == 1 ? "was" : "were";
}
