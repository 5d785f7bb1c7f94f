using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Canary.Local.Tests.CloudWatch.Api;

namespace Canary.Local.Tests.CloudWatch.Metrics;

/// <summary>GetMetricData's answers in parts, through the AWS SDK's client.</summary>
public sealed class MetricPagingTests : IAsyncLifetime
{
    private static readonly DateTime Noon = CloudWatchUnderTest.Start.UtcDateTime.AddSeconds(-5);
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
        for (var minute = 1; minute <= 5; minute++) _wire.Cloud.PutError(minute, minute);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _wire.DisposeAsync();
    }

    [Theory]
    [InlineData("TimestampDescending")]
    [InlineData("TimestampAscending")]
    public async Task GetMetricData_MoreThanMaxDatapoints_ComesInPagesThatAddUp(string order)
    {
        var asked = Request(Query("a", "Sum"), Query("b", "SampleCount"));
        (asked.MaxDatapoints, asked.ScanBy) = (3, order);
        var pages = new List<GetMetricDataResponse>();
        do
        {
            pages.Add(await _client.GetMetricDataAsync(asked));
            asked.NextToken = pages[^1].NextToken;
        }
        while (asked.NextToken is not null);

        Assert.Equal(
            [
                "a 3 PartialData, b 0 PartialData",
                "a 2 Complete, b 1 PartialData",
                "a 0 Complete, b 3 PartialData",
                "a 0 Complete, b 1 Complete",
            ],
            pages.Select(
                page => string.Join(
                    ", ", page.MetricDataResults.Select(one => $"{one.Id} {one.Values?.Count ?? 0} {one.StatusCode}"))));
        var values = pages.SelectMany(page => page.MetricDataResults)
            .Where(one => one.Id == "a")
            .SelectMany(one => one.Values ?? []);
        Assert.Equal(order == "TimestampAscending" ? [5.0, 4, 3, 2, 1] : [1.0, 2, 3, 4, 5], values);
    }

    [Fact]
    public async Task GetMetricData_LateDataBetweenPages_RepeatsNothingAlreadyGiven()
    {
        var asked = Request(Query("a", "Sum"));
        asked.MaxDatapoints = 3;
        asked.NextToken = (await _client.GetMetricDataAsync(asked)).NextToken;
        _wire.Cloud.PutError(9, 1.5);
        _wire.Cloud.PutError(9, 6);

        var rest = Assert.Single((await _client.GetMetricDataAsync(asked)).MetricDataResults);

        Assert.Equal([4.0, 5, 9], rest.Values);
    }

    [Fact]
    public async Task GetMetricData_MathBeyondMaxDatapoints_IsPartialWithoutNextToken()
    {
        var asked = Request(
            Query("a", "Sum"), new MetricDataQuery { Id = "e", Expression = "a * 2", Label = "Twice", Period = 60 });
        asked.MetricDataQueries[0].ReturnData = false;
        (asked.MaxDatapoints, asked.LabelOptions) = (3, new LabelOptions { Timezone = "+0130" });

        var answer = await _client.GetMetricDataAsync(asked);

        var twice = Assert.Single(answer.MetricDataResults);
        Assert.Equal(("e", "Twice", StatusCode.PartialData, null), (twice.Id, twice.Label, twice.StatusCode, answer.NextToken));
        Assert.Equal([2.0, 4, 6], twice.Values);
    }

    [Theory]
    [InlineData("next")]
    [InlineData("YWZ0ZXI6MQ==")]
    [InlineData("YWZ0ZXI6OUAx")]
    public async Task GetMetricData_ForeignToken_IsRefused(string token)
    {
        var asked = Request(Query("a", "Sum"));
        asked.NextToken = token;

        await Assert.ThrowsAsync<InvalidNextTokenException>(() => _client.GetMetricDataAsync(asked));
    }

    [Fact]
    public async Task GetMetricData_BothOrNeitherOfMetricAndExpression_IsRefused()
    {
        var both = Query("a", "Sum");
        both.Expression = "a";
        foreach (var query in new[] { both, new MetricDataQuery { Id = "a" } })
        {
            var refusal = await Assert.ThrowsAsync<AmazonCloudWatchException>(() => _client.GetMetricDataAsync(Request(query)));

            Assert.Equal("ValidationError", refusal.ErrorCode);
            Assert.Equal("The query a must have one of the parameters MetricStat and Expression, and not both.", refusal.Message);
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("0130")]
    [InlineData("+01:30")]
    public async Task GetMetricData_WrongTimezone_IsRefused(string zone)
    {
        var asked = Request(Query("a", "Sum"));
        asked.LabelOptions = new LabelOptions { Timezone = zone };

        var refusal = await Assert.ThrowsAsync<AmazonCloudWatchException>(() => _client.GetMetricDataAsync(asked));

        Assert.Equal(
            $"The value {zone} for parameter LabelOptions.Timezone is not + or - and four digits, such as +0130.",
            refusal.Message);
    }

    private static GetMetricDataRequest Request(params MetricDataQuery[] queries) =>
        new() { StartTime = Noon.AddHours(-1), EndTime = Noon, MetricDataQueries = [.. queries] };

    private static MetricDataQuery Query(string id, string stat)
    {
        var dimensions = CloudWatchUnderTest.Errors.Dimensions.Select(one => new Dimension { Name = one.Key, Value = one.Value })
            .ToList();
        var metric = new Amazon.CloudWatch.Model.Metric
        {
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Dimensions = dimensions,
        };
        return new() { Id = id, MetricStat = new() { Metric = metric, Period = 60, Stat = stat } };
    }
}
