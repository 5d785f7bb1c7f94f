using Canary.Local.Clocks;
using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch;

/// <summary>A CloudWatch in virtual time, with one metric to put and one alarm to change.</summary>
public sealed class CloudWatchUnderTest : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 5, TimeSpan.Zero);

    public CloudWatchUnderTest() => Service = new CloudWatchService(Clock, new AwsAccount());

    /// <summary>On the minute plus the ingestion delay: the minute before is complete.</summary>
    public VirtualClock Clock { get; } = new(Start);

    public CloudWatchService Service { get; }

    /// <summary>On Errors of the function, 1 of 1, above 0, by the minute.</summary>
    public static MetricAlarmConfiguration Errors { get; } = new()
    {
        Name = "errors",
        Namespace = "AWS/Lambda",
        MetricName = "Errors",
        Dimensions = [KeyValuePair.Create("FunctionName", "orders")],
        Statistic = "Sum",
        Period = 60,
        EvaluationPeriods = 1,
        Threshold = 0,
        ComparisonOperator = "GreaterThanThreshold",
    };

    /// <summary>Puts one observation of the alarm's metric so long before <see cref="Start"/>'s minute.</summary>
    public void PutError(double value, double minutesBefore) =>
        Service.Metrics.Put(
            "AWS/Lambda", "Errors", Errors.Dimensions, Start.AddSeconds(-5).AddMinutes(-minutesBefore), value, "Count");

    /// <summary>X breaches, 0 does not, - is a minute without data; the newest is last.</summary>
    public void PutPattern(string pattern)
    {
        var minutes = pattern.Split(' ');
        for (var index = 0; index < minutes.Length; index++)
        {
            if (minutes[index] != "-") PutError(minutes[index] == "X" ? 1 : 0, minutes.Length - index);
        }
    }

    public AlarmStateRecord StateOf(string name = "errors") => Service.Alarms.Single(alarm => alarm.Name == name).State;

    public void Dispose() => Service.Dispose();
}
