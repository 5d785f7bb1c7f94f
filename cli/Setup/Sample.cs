using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Canary.Cli.Setup;

/// <summary>The function that is released here, its alias and its alarm.</summary>
internal static class Sample
{
    public const string Function = "sample";

    public const string Alias = "live";

    public const string Alarm = "sample-live-errors";

    /// <summary>What is watched: the errors of all requests that came through the alias, whichever version ran.</summary>
    /// <remarks>
    /// The alarm belongs to the alias and not to one candidate's number (ExecutedVersion): that number is not known beforehand,
    /// and an alarm that is re-pointed keeps its old state. More than one error in a minute, since a single one says little.
    /// One such minute is enough, and it counts for three: the alarm can still be seen
    /// when the rollback has taken the errors away.
    /// </remarks>
    public static PutMetricAlarmRequest ErrorAlarm { get; } = AlarmAt(1, minutes: 1);

    /// <summary>
    /// An alarm that has learnt not to wake anybody for a hiccup: it wants more errors, and more minutes of them.
    /// </summary>
    /// <param name="errors">More than so many errors in a minute.</param>
    /// <param name="minutes">In so many minutes.</param>
    public static PutMetricAlarmRequest PatientAlarm(int errors, int minutes = 2) => AlarmAt(errors, minutes);

    /// <summary>The input of a rollout.</summary>
    /// <param name="plan">How, as members of a JSON object: <c>"deploymentConfig":"AllAtOnce"</c>, or <c>"steps":[…]</c>.</param>
    /// <param name="watchesAlarm">Whether it watches the alarm.</param>
    /// <remarks>
    /// Slow requests are not judged: how long one takes here tells of this machine and what else it does, not of the version.
    /// </remarks>
    public static string Rollout(string plan, bool watchesAlarm = true)
    {
        var alarms = watchesAlarm ? $"\"{Alarm}\"" : "";
        return $$"""{"functionName":"{{Function}}","aliasName":"{{Alias}}",{{plan}},"analysis":"""
            + $$"""{"latency":false},"alarms":[{{alarms}}]}""";
    }

    // No traffic is no errors: missing data must not keep the alarm from OK.
    private static PutMetricAlarmRequest AlarmAt(int errors, int minutes) => new()
    {
        AlarmName = Alarm,
        AlarmDescription = $"More than {errors} errors in a minute through {Function}:{Alias}, "
            + $"in {minutes} of {Math.Max(3, minutes)} minutes",
        Namespace = "AWS/Lambda",
        MetricName = "Errors",
        Dimensions =
            [new() { Name = "FunctionName", Value = Function }, new() { Name = "Resource", Value = $"{Function}:{Alias}" }],
        Statistic = Statistic.Sum,
        Period = 60,
        EvaluationPeriods = Math.Max(3, minutes),
        DatapointsToAlarm = minutes,
        Threshold = errors,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        TreatMissingData = "notBreaching",
    };
}
