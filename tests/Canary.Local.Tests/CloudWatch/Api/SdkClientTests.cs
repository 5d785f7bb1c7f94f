using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Canary.Local.Tests.CloudWatch.Api;

/// <summary>The SDK's own client against the endpoint: what the functions use.</summary>
public sealed class SdkClientTests : IAsyncLifetime
{
    private ApiUnderTest _wire = null!;
    private AmazonCloudWatchClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _wire = await ApiUnderTest.StartAsync();
        _client = new AmazonCloudWatchClient(
            new BasicAWSCredentials("AKID", "secret"),
            new AmazonCloudWatchConfig
            {
                ServiceURL = _wire.Client.BaseAddress!.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _wire.DisposeAsync();
    }

    [Fact]
    public async Task Alarms_PutSetAndDescribed_ComeBack()
    {
        await _client.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = "errors",
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Dimensions = [new Amazon.CloudWatch.Model.Dimension { Name = "FunctionName", Value = "orders" }],
            Statistic = Statistic.Sum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0.5,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        });
        await _client.PutCompositeAlarmAsync(new PutCompositeAlarmRequest { AlarmName = "any", AlarmRule = "ALARM(errors)" });
        await _client.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = "errors", StateValue = StateValue.ALARM, StateReason = "by hand" });

        var both = await _client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNames = ["errors", "any"], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] });

        var alarm = Assert.Single(both.MetricAlarms);
        Assert.Equal(
            ("errors", StateValue.ALARM, "by hand", 0.5, 60, CloudWatchUnderTest.Start.UtcDateTime),
            (
                alarm.AlarmName,
                alarm.StateValue,
                alarm.StateReason,
                alarm.Threshold,
                alarm.Period,
                alarm.StateUpdatedTimestamp?.ToUniversalTime()));
        Assert.Equal(StateValue.ALARM, Assert.Single(both.CompositeAlarms).StateValue);
    }

    [Fact]
    public async Task Metrics_PutAndRead_ComeBack()
    {
        var noon = CloudWatchUnderTest.Start.UtcDateTime.AddSeconds(-5);
        await _client.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Shop",
            MetricData = [.. Enumerable.Range(1, 300)
                .Select(value => new MetricDatum { MetricName = "Carts", Value = value, Timestamp = noon.AddMinutes(-1) })],
        });

        var answer = await _client.GetMetricDataAsync(new GetMetricDataRequest
        {
            StartTime = noon.AddMinutes(-5),
            EndTime = noon,
            MetricDataQueries = [
                new()
                {
                    Id = "m",
                    MetricStat = new() { Metric = new() { Namespace = "Shop", MetricName = "Carts" }, Period = 60, Stat = "Sum" },
                }],
        });

        Assert.Equal([45150.0], Assert.Single(answer.MetricDataResults).Values);
    }

    [Fact]
    public async Task SetAlarmState_Unknown_ThrowsTheTypedException()
    {
        var refusal = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => _client.SetAlarmStateAsync(
                new SetAlarmStateRequest { AlarmName = "gone", StateValue = StateValue.OK, StateReason = "x" }));

        Assert.Equal("ResourceNotFound", refusal.ErrorCode);
    }
}
