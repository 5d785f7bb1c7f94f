using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What decides an alarm's state once its data are there.</summary>
/// <param name="Periods">N: how many datapoints are evaluated.</param>
/// <param name="ToAlarm">M: how many of them must breach.</param>
/// <param name="IsMOutOfN">Whether M was given: the reason reads differently then.</param>
/// <param name="Missing">What a period without data counts as.</param>
/// <param name="ComparisonOperator">What makes a datapoint breach.</param>
/// <param name="Value">What the datapoint is compared with.</param>
internal sealed record AlarmThreshold(
    int Periods, int ToAlarm, bool IsMOutOfN, TreatMissingData Missing, ComparisonOperator ComparisonOperator, double Value)
{
    public static AlarmThreshold Of(MetricAlarmConfiguration alarm)
    {
        var periods = alarm.EvaluationPeriods!.Value;
        return new(
            periods, alarm.DatapointsToAlarm ?? periods, alarm.DatapointsToAlarm is not null,
            MissingOf(alarm), ComparisonOperator.From(alarm.ComparisonOperator!)!, alarm.Threshold!.Value);
    }

    public bool IsBreachedBy(double value) => ComparisonOperator.Holds(value, Value);

    private static TreatMissingData MissingOf(MetricAlarmConfiguration alarm) => alarm.TreatMissingData switch
    {
        // DynamoDB's metrics are sparse by nature: AWS ignores their gaps whatever the alarm says.
        _ when alarm.Namespace == "AWS/DynamoDB" => TreatMissingData.Ignore,
        "notBreaching" => TreatMissingData.NotBreaching,
        "breaching" => TreatMissingData.Breaching,
        "ignore" => TreatMissingData.Ignore,
        _ => TreatMissingData.Missing,
    };
}
