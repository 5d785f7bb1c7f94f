using Canary.Local.CloudWatch.Model;

namespace Canary.Local.Tests.CloudWatch.Alarms;

/// <summary>
/// The examples of the user guide's "Configuring how CloudWatch alarms treat missing data", older and newer edition. Its
/// evaluation range is 5 periods.
/// </summary>
public sealed class MissingDataTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [InlineData("0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData("0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - -", "INSUFFICIENT_DATA", "retain", "ALARM", "OK")]
    [InlineData("0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("- - - - X", "INSUFFICIENT_DATA", "retain", "ALARM", "OK")]
    [InlineData("- - - X -", "INSUFFICIENT_DATA", "retain", "ALARM", "OK")]
    [InlineData("- - X - -", "ALARM", "retain", "ALARM", "OK")]
    [InlineData("X - - - -", "ALARM", "retain", "ALARM", "OK")]
    public void Evaluate_ThreeOutOfThree_IsAsTheGuideSays(
        string data, string missing, string ignore, string breaching, string notBreaching) =>
        Check(3, data, missing, ignore, breaching, notBreaching);

    [Theory]
    [InlineData("0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - - X", "INSUFFICIENT_DATA", "retain", "ALARM", "OK")]
    [InlineData("- - - X -", "ALARM", "retain", "ALARM", "OK")]
    public void Evaluate_TwoOutOfThree_IsAsTheGuideSays(
        string data, string missing, string ignore, string breaching, string notBreaching) =>
        Check(2, data, missing, ignore, breaching, notBreaching);

    [Theory]
    [InlineData("X 0", "OK")]
    [InlineData("0 X", "ALARM")]
    [InlineData("X - -", "ALARM")]
    [InlineData("X - - -", "INSUFFICIENT_DATA")]
    public void Evaluate_OneOutOfOne_TheNewestRealDatapointDecidesForThreePeriods(string data, string expected)
    {
        _cloud.PutPattern(data);
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(expected, _cloud.StateOf().Value.Text());
    }

    [Fact]
    public void Evaluate_DynamoDbMetric_IgnoresGapsWhateverTheAlarmSays()
    {
        _cloud.Service.PutMetricAlarm(
            CloudWatchUnderTest.Errors with { Namespace = "AWS/DynamoDB", TreatMissingData = "breaching" });

        _cloud.Service.EvaluateAlarms();

        Assert.Equal(AlarmStateValue.InsufficientData, _cloud.StateOf().Value);
    }

    private void Check(int toAlarm, string data, params string[] expected)
    {
        _cloud.PutPattern(data);
        string[] settings = ["missing", "ignore", "breaching", "notBreaching"];
        foreach (var (setting, state) in settings.Zip(expected))
        {
            foreach (var before in AlarmStateText.All)
            {
                _cloud.Service.PutMetricAlarm(
                    CloudWatchUnderTest.Errors with
                    {
                        EvaluationPeriods = 3,
                        DatapointsToAlarm = toAlarm,
                        TreatMissingData = setting,
                    });
                _cloud.Service.SetAlarmState("errors", before, "before");

                _cloud.Service.EvaluateAlarms();

                Assert.Equal((setting, state == "retain" ? before : state), (setting, _cloud.StateOf().Value.Text()));
            }
        }
    }
}
