using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Canary.Local.Demo;

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
    /// One such minute is enough, and it counts for three: the alarm can still be seen when the rollback has taken the errors away.
    /// No traffic is no errors: missing data must not keep the alarm from OK.
    /// </remarks>
    public static PutMetricAlarmRequest ErrorAlarm { get; } = new()
    {
        AlarmName = Alarm,
        AlarmDescription = $"More than one error in a minute through {Function}:{Alias}",
        Namespace = "AWS/Lambda",
        MetricName = "Errors",
        Dimensions = [new() { Name = "FunctionName", Value = Function }, new() { Name = "Resource", Value = $"{Function}:{Alias}" }],
        Statistic = Statistic.Sum,
        Period = 60,
        EvaluationPeriods = 3,
        DatapointsToAlarm = 1,
        Threshold = 1,
        ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        TreatMissingData = "notBreaching",
    };

    /// <summary>The input of a rollout.</summary>
    /// <param name="plan">How, as members of a JSON object: <c>"deploymentConfig":"AllAtOnce"</c>, or <c>"steps":[…]</c>.</param>
    public static string Rollout(string plan) => $$"""{"functionName":"{{Function}}","aliasName":"{{Alias}}",{{plan}},"alarms":["{{Alarm}}"]}""";
}
