using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class PutMetricAlarmTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public static TheoryData<string, MetricAlarmConfiguration> Refused
    {
        get
        {
            var good = CloudWatchUnderTest.Errors;
            return new()
            {
                {
                    "1 validation error detected: Value '' at 'alarmName' failed to satisfy constraint: Member must have "
                    + "length greater than or equal to 1",
                    good with { Name = "" }
                },
                {
                    "1 validation error detected: Value null at 'evaluationPeriods' failed to satisfy "
                    + "constraint: Member must not be null",
                    good with { EvaluationPeriods = null }
                },
                {
                    "2 validation errors detected: Value '0' at 'evaluationPeriods' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1; "
                    + "Value '0' at 'datapointsToAlarm' failed to satisfy constraint: Member must "
                    + "have value greater than or equal to 1",
                    good with { EvaluationPeriods = 0, DatapointsToAlarm = 0 }
                },
                {
                    "1 validation error detected: Value 'Average ' at 'statistic' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [Maximum, SampleCount, Sum, Minimum, Average]",
                    good with { Statistic = "Average " }
                },
                {
                    "1 validation error detected: Value '' at 'dimensions.1.member.value' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1",
                    good with { Dimensions = [KeyValuePair.Create("FunctionName", "")] }
                },
                { "Period must be 10, 20, 30 or a multiple of 60", good with { Period = 45 } },
                {
                    "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).",
                    good with { Period = 60, EvaluationPeriods = 1441 }
                },
                {
                    "Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).",
                    good with { Period = 3600, EvaluationPeriods = 169 }
                },
                {
                    "DatapointsToAlarm must be less than or equal to EvaluationPeriods",
                    good with { EvaluationPeriods = 2, DatapointsToAlarm = 3 }
                },
                { "Exactly one of Statistic and ExtendedStatistic must be specified.", good with { ExtendedStatistic = "p99" } },
                { "Exactly one of Statistic and ExtendedStatistic must be specified.", good with { Statistic = null } },
                {
                    "Canary.Local does not support the ComparisonOperator GreaterThanUpperThreshold, "
                    + "which needs an anomaly detection band.",
                    good with { ComparisonOperator = "GreaterThanUpperThreshold" }
                },
                {
                    "The value never is not supported for TreatMissingData parameter. Supported values are "
                    + "[breaching, notBreaching, ignore, missing].",
                    good with { TreatMissingData = "never" }
                },
                { "Invalid arn syntax: topic", good with { AlarmActions = ["topic"] } },
            };
        }
    }

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public void PutMetricAlarm_Wrong_IsRefusedInAwsWords(string message, MetricAlarmConfiguration configuration)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricAlarm(configuration));

        Assert.Equal((400, "ValidationException", message), (refusal.StatusCode, refusal.Code, refusal.Message));
        Assert.Empty(_cloud.Service.Alarms);
    }

    [Theory]
    [InlineData("P99")]
    [InlineData("TC(80:500)")]
    [InlineData("TM(5%:95%)")]
    [InlineData("TM(:95%)")]
    [InlineData("PR(:300)")]
    public void PutMetricAlarm_StatisticThatAlarmsDoNotTake_IsRefused(string statistic)
    {
        var refusal = Assert.Throws<AwsException>(
            () => _cloud.Service.PutMetricAlarm(
                CloudWatchUnderTest.Errors with { Statistic = null, ExtendedStatistic = statistic }));

        Assert.Equal("InvalidParameterValueException", refusal.Code);
        Assert.StartsWith(
            $"The value {statistic} for parameter ExtendedStatistic is not supported: an alarm takes p90, ",
            refusal.Message,
            StringComparison.Ordinal);
    }

    /// <summary>Its first change of state would be no event: the process ended.</summary>
    [Fact]
    public void PutMetricAlarm_ADimensionTwice_IsRefused()
    {
        var twice = CloudWatchUnderTest.Errors with
        {
            Dimensions = [KeyValuePair.Create("Shop", "a"), KeyValuePair.Create("Shop", "b")],
        };

        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricAlarm(twice));

        Assert.Equal(
            (400, "InvalidParameterValueException", "No metric may specify the same dimension name twice."),
            (refusal.StatusCode, refusal.Code, refusal.Message));
        Assert.Empty(_cloud.Service.Alarms);
    }

    [Theory]
    [InlineData("p99.9", 4)]
    [InlineData("tm50", 1.5)]
    [InlineData("tc50", 2)]
    [InlineData("ts50", 3)]
    [InlineData("wm50", 1.75)]
    [InlineData("IQM", 2.5)]
    [InlineData("PR(1:2)", 25)]
    [InlineData("TS(10%:90%)", 10)]
    public void Evaluate_ExtendedStatistic_IsComparedWithTheThreshold(string statistic, double value)
    {
        for (var put = 1; put <= 4; put++) _cloud.PutError(put, 1);
        var alarm = CloudWatchUnderTest.Errors with
        {
            Statistic = null,
            ExtendedStatistic = statistic,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
        };
        _cloud.Service.PutMetricAlarm(alarm with { Threshold = value });
        _cloud.Service.PutMetricAlarm(alarm with { Name = "above", Threshold = value + 1e-6 });

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(("ALARM", "OK"), (_cloud.StateOf().Value.Text(), _cloud.StateOf("above").Value.Text()));
    }

    [Theory]
    [InlineData(10, 8640)]
    [InlineData(60, 1440)]
    [InlineData(3600, 168)]
    public void PutMetricAlarm_LongestRange_IsAccepted(int period, int periods)
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Period = period, EvaluationPeriods = periods });

        Assert.Single(_cloud.Service.Alarms);
    }

    [Theory]
    [InlineData(39, "INSUFFICIENT_DATA")]
    [InlineData(40, "ALARM")]
    public void Evaluate_PercentileOfFewSamples_ChangesNothingIfToldToIgnoreThem(int samples, string ignoring)
    {
        // A p75 needs 10 / (1 - 0.75) = 40 samples.
        for (var sample = 0; sample < samples; sample++) _cloud.PutError(1, 1);
        var alarm = CloudWatchUnderTest.Errors with { Statistic = null, ExtendedStatistic = "p75" };
        _cloud.Service.PutMetricAlarm(alarm);
        _cloud.Service.PutMetricAlarm(alarm with { Name = "ignoring", EvaluateLowSampleCountPercentile = "ignore" });

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(("ALARM", ignoring), (_cloud.StateOf().Value.Text(), _cloud.StateOf("ignoring").Value.Text()));
    }
}
