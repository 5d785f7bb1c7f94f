using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Canary.Functions.Aws;
using Canary.Ports;

namespace Canary.Functions.Tests.Aws;

/// <summary>What an answer with metrics tells: all of a series, or none.</summary>
public sealed class MetricPagesTests
{
    private static readonly DateTime Minute = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly MetricRequest Request = new(
        [
            new("m0")
            {
                Source = new("AWS/Lambda", "Errors", "Sum", new Dictionary<string, string> { ["FunctionName"] = "orders" }),
                IsWanted = false,
            },
            new("m1") { Expression = "m0 * 2" },
        ], default, default);

    [Fact]
    public async Task Read_TwoPages_IsBothsMinutes()
    {
        using var cloudWatch = new Paging(
            Page("more", Result("m1", "PartialData", 0, 5)),
            Page("", Result("m1", "Complete", 1, 6), Result("m0", "Complete", 0, 1)));

        var reading = await new CloudWatchMetrics(cloudWatch).ReadAsync(Request);

        Assert.Null(reading.Fault);
        Assert.Equal("m1", Assert.Single(reading.Series).Key);
        Assert.Equal([new(Minute, 5d), new(Minute.AddMinutes(1), 6d)], reading.Series["m1"].OrderBy(one => one.Key));
        Assert.Equal(2, cloudWatch.Calls);
        Assert.Equal(
            (null, "m0 * 2"),
            (cloudWatch.Asked!.MetricDataQueries[0].Expression, cloudWatch.Asked.MetricDataQueries[1].Expression));
        Assert.Equal("Errors", cloudWatch.Asked.MetricDataQueries[0].MetricStat.Metric.MetricName);
    }

    [Fact]
    public async Task Read_OnlyAPartIsAnswered_IsUnavailable()
    {
        var fault = await FaultAsync(Page(null, Result("m1", "PartialData", 0, 5)));

        Assert.Equal(new(MetricFaultKind.Unavailable, "m1: only a part was answered"), fault);
    }

    [Fact]
    public async Task Read_OneResultIsRefused_IsThatFault()
    {
        var refused = Result("m1", "Forbidden", 0, 5);
        refused.Messages = [new() { Code = "Forbidden", Value = "not yours" }];

        Assert.Equal(new(MetricFaultKind.Denied, "m1: Forbidden, not yours"), await FaultAsync(Page(null, refused)));
        Assert.Equal(
            new(MetricFaultKind.Unavailable, "m1: InternalError"),
            await FaultAsync(Page(null, Result("m1", "InternalError", 0, 5))));
    }

    [Fact]
    public async Task Read_AnAnswerWithoutLists_IsAnEmptySeries()
    {
        using var cloudWatch = new Paging(
            new GetMetricDataResponse { NextToken = "more" },
            Page(null, new MetricDataResult { Id = "m1", StatusCode = "Complete" }));

        Assert.Empty((await new CloudWatchMetrics(cloudWatch).ReadAsync(Request)).Series["m1"]);
    }

    [Fact]
    public async Task Read_NoAnswer_IsUnavailableAndAFaultOfOurOwnIsNot()
    {
        Assert.Equal(new(MetricFaultKind.Unavailable, "cut"), await FaultAsync(new HttpRequestException("cut")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => FaultAsync(new InvalidOperationException("ours")));
    }

    private static async Task<MetricFault?> FaultAsync(object answer)
    {
        using var cloudWatch = new Paging(answer);
        return (await new CloudWatchMetrics(cloudWatch).ReadAsync(Request)).Fault;
    }

    private static GetMetricDataResponse Page(string? next, params MetricDataResult[] results) =>
        new() { NextToken = next, MetricDataResults = [.. results] };

    private static MetricDataResult Result(string id, string status, int minute, double value) =>
        new() { Id = id, StatusCode = status, Timestamps = [Minute.AddMinutes(minute)], Values = [value] };

    private sealed class Paging(params object[] answers)
        : AmazonCloudWatchClient(new AnonymousAWSCredentials(), new AmazonCloudWatchConfig { ServiceURL = "http://localhost" })
    {
        public int Calls { get; private set; }

        public GetMetricDataRequest? Asked { get; private set; }

        public override Task<GetMetricDataResponse> GetMetricDataAsync(
            GetMetricDataRequest request, CancellationToken cancellationToken = default)
        {
            Asked = request;
            var answer = answers[Calls++];
            return answer is Exception fault
                ? Task.FromException<GetMetricDataResponse>(fault)
                : Task.FromResult((GetMetricDataResponse)answer);
        }
    }
}
