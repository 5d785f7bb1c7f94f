using System.Text.Json;

namespace Canary.Local.Tests.CloudWatch.Alarms;

/// <summary>The wording of reasons as recorded from the real service.</summary>
public sealed class StateReasonTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [InlineData(
        "X", 1, null, "missing",
        "Threshold Crossed: 1 datapoint [1.0 (02/03/26 11:59:00)] was greater than the threshold (0.0).")]
    [InlineData("X", 1, 1, "missing",
        "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (02/03/26 11:59:00)] was greater than the threshold "
        + "(0.0) (minimum 1 datapoint for OK -> "
            + "ALARM transition).")]
    [InlineData("X X", 2, 2, "missing",
        "Threshold Crossed: 2 out of the last 2 datapoints [1.0 (02/03/26 11:59:00), 1.0 (02/03/26 11:58:00)] were "
        + "greater than the threshold (0.0) "
            + "(minimum 2 datapoints for OK -> ALARM transition).")]
    [InlineData("0 0", 2, 2, "missing",
        "Threshold Crossed: 2 out of the last 2 datapoints [0.0 (02/03/26 11:59:00), 0.0 (02/03/26 11:58:00)] were not "
        + "greater than the threshold (0.0) "
            + "(minimum 1 datapoint for ALARM -> OK transition).")]
    [InlineData("0 X 0", 3, null, "missing",
        "Threshold Crossed: 2 datapoints [0.0 (02/03/26 11:59:00), 0.0 (02/03/26 11:57:00)] were not "
        + "greater than the threshold (0.0).")]
    [InlineData("X", 4, 1, "notBreaching",
        "Threshold Crossed: 1 out of the last 4 datapoints [1.0 (02/03/26 11:59:00)] was greater than the threshold "
        + "(0.0) and 3 missing datapoints were "
            + "treated as [NonBreaching] (minimum 1 datapoint for OK -> ALARM transition).")]
    [InlineData("0", 2, null, "breaching",
        "Threshold Crossed: 1 datapoint [0.0 (02/03/26 11:59:00)] was not greater than the threshold (0.0) and 1 "
        + "missing datapoint was treated as "
            + "[Breaching].")]
    [InlineData(
        "0", 3, 2, "breaching",
        "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].")]
    [InlineData("-", 1, null, "notBreaching",
        "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].")]
    [InlineData(
        "-", 2, 2, "breaching",
        "Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].")]
    public void Evaluate_Transition_ReadsAsCloudWatchWritesIt(
        string data, int periods, int? toAlarm, string missing, string expected)
    {
        _cloud.PutPattern(data);
        _cloud.Service.PutMetricAlarm(
            CloudWatchUnderTest.Errors with
            {
                EvaluationPeriods = periods,
                DatapointsToAlarm = toAlarm,
                TreatMissingData = missing,
            });

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(expected, _cloud.StateOf().Reason);
    }

    [Theory]
    [InlineData(1, "Insufficient Data: 1 datapoint was unknown.")]
    [InlineData(3, "Insufficient Data: 3 datapoints were unknown.")]
    public void Evaluate_BackToInsufficientData_CountsTheUnknown(int periods, string expected)
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { EvaluationPeriods = periods });
        _cloud.Service.SetAlarmState("errors", "OK", "by hand");

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(expected, _cloud.StateOf().Reason);
    }

    [Fact]
    public void Evaluate_Transition_TellsProgramsWhatItSaw()
    {
        _cloud.PutError(1.5, 3);
        _cloud.PutError(2, 1);
        _cloud.PutError(3, 1);
        _cloud.Service.PutMetricAlarm(
            CloudWatchUnderTest.Errors with { EvaluationPeriods = 3, TreatMissingData = "breaching", Unit = "Count" });

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(
            """
            {"version":"1.0","queryDate":"2026-03-02T12:00:05.000+0000","startDate":"2026-03-02T11:57:00.000+0000",
            "unit":"Count","statistic":"Sum","period":60,
            "recentDatapoints":[1.5,5.0],"threshold":0.0,"evaluatedDatapoints":[{"timestamp":"2026-03-02T11:59:00.000+0000",
            "sampleCount":2.0,"value":5.0},
            {"timestamp":"2026-03-02T11:58:00.000+0000"},{"timestamp":"2026-03-02T11:57:00.000+0000","sampleCount":1.0,
            "value":1.5}]}
            """.ReplaceLineEndings(""),
            _cloud.StateOf().ReasonData);
    }

    [Theory]
    [InlineData(0.05, "0.05")]
    [InlineData(1234567.25, "1234567.25")]
    [InlineData(12000000, "1.2E7")]
    [InlineData(0.00025, "2.5E-4")]
    public void Evaluate_AnyThreshold_IsWrittenAsJavaDoes(double threshold, string expected)
    {
        _cloud.PutError(2e7, 1);
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Threshold = threshold });

        _cloud.Service.EvaluateAlarms();

        Assert.Contains(
            $"[2.0E7 (02/03/26 11:59:00)] was greater than the threshold ({expected})",
            _cloud.StateOf().Reason,
            StringComparison.Ordinal);
        using var data = JsonDocument.Parse(_cloud.StateOf().ReasonData!);
        Assert.Equal(threshold, data.RootElement.GetProperty("threshold").GetDouble());
    }
}
