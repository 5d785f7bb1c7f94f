using System.IO.Compression;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Canary.Compat.Tests.Aws.CloudWatch;

public class CloudWatchMetricTests
{
    private static readonly DateTimeOffset s_noon = new(2025, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GetMetricData_Queries_AreSentWithTaggedTimes()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map()));

        await service.CloudWatch().GetMetricDataAsync(new GetMetricDataRequest
        {
            StartTime = s_noon.UtcDateTime,
            EndTime = s_noon.UtcDateTime.AddMilliseconds(500),
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries =
            [
                new MetricDataQuery
                {
                    Id = "errors",
                    ReturnData = true,
                    MetricStat = new MetricStat
                    {
                        Period = 60,
                        Stat = "Sum",
                        Unit = StandardUnit.Count,
                        Metric = new Metric
                        {
                            Namespace = "AWS/Lambda",
                            MetricName = "Errors",
                            Dimensions = [new Dimension { Name = "ExecutedVersion", Value = "8" }],
                        },
                    },
                },
                new MetricDataQuery { Id = "rate", Expression = "errors / 2", Label = "l" },
            ],
        });

        Assert.EndsWith("/operation/GetMetricData", service.Only.Target, StringComparison.Ordinal);
        Assert.Equal(
            """{EndTime:1(1763899200.5f64),MetricDataQueries:[{Id:"errors",MetricStat:{Metric:{Dimensions:"""
            + """[{Name:"ExecutedVersion",Value:"8"}],"""
            + """MetricName:"Errors",Namespace:"AWS/Lambda"},Period:60,Stat:"Sum",Unit:"Count"},ReturnData:true},"""
            + """{Expression:"errors / 2",Id:"rate",Label:"l"}],ScanBy:"TimestampAscending",StartTime:1(1763899200)}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task GetMetricData_Math_IsSentWithAllThatSaysHowToAnswer()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map()));

        await service.CloudWatch().GetMetricDataAsync(new GetMetricDataRequest
        {
            StartTime = s_noon.UtcDateTime,
            EndTime = s_noon.UtcDateTime.AddHours(1),
            ScanBy = ScanBy.TimestampDescending,
            MaxDatapoints = 500,
            NextToken = "t",
            LabelOptions = new LabelOptions { Timezone = "+0130" },
            MetricDataQueries =
            [
                new MetricDataQuery
                {
                    Id = "slow",
                    ReturnData = false,
                    AccountId = "123456789012",
                    MetricStat = new MetricStat { Period = 60, Stat = "TC(250.5:)", Metric = new Metric() },
                },
                new MetricDataQuery { Id = "filled", Expression = "FILL(slow, 0)", Label = "", Period = 60, ReturnData = true },
            ],
        });

        Assert.Equal(
            """{EndTime:1(1763902800),LabelOptions:{Timezone:"+0130"},MaxDatapoints:500,"""
            + """MetricDataQueries:[{AccountId:"123456789012",Id:"slow","""
            + """MetricStat:{Metric:{},Period:60,Stat:"TC(250.5:)"},ReturnData:false},"""
            + """{Expression:"FILL(slow, 0)",Id:"filled",Label:"",Period:60,ReturnData:true}],"""
            + """NextToken:"t",ScanBy:"TimestampDescending",StartTime:1(1763899200)}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task GetMetricData_APage_SaysHowToGoOnAndWhatWentWrong()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map(
            ("NextToken", "more"),
            ("Messages", new object[] { new (string, object)[]
            {
                ("Code", "MaxMetricsExceeded"),
                ("Value", "Maximum number of allowed metrics exceeded"),
            } }),
            ("MetricDataResults", new object[]
            {
                new (string, object)[] { ("Id", "a"), ("StatusCode", "InternalError"), ("Timestamps", Array.Empty<object>()) },
                new (string, object)[] { ("Id", "b"), ("StatusCode", "Forbidden") },
                new (string, object)[] { ("Id", "c"), ("StatusCode", "Unheard") },
            }))));

        var page = await service.CloudWatch().GetMetricDataAsync(new GetMetricDataRequest { MetricDataQueries = [] });

        Assert.Equal(("more", "MaxMetricsExceeded"), (page.NextToken, Assert.Single(page.Messages).Code));
        Assert.Equal(
            [StatusCode.InternalError, StatusCode.Forbidden, new StatusCode("Unheard")],
            page.MetricDataResults.Select(result => result.StatusCode));
        Assert.Empty(page.MetricDataResults[0].Timestamps);
        Assert.Null(page.MetricDataResults[1].Timestamps);
        Assert.Null(page.MetricDataResults[1].Values);
    }

    [Fact]
    public async Task GetMetricData_Results_AreReadInTheOrderSent()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map(
            ("MetricDataResults", new object[]
            {
                new (string, object)[]
                {
                    ("Id", "errors"),
                    ("Label", "Errors"),
                    ("StatusCode", "PartialData"),
                    ("Timestamps", new object[] { s_noon, s_noon.AddMinutes(-1) }),
                    ("Values", new object[] { 3.5, 2, (Half)1.5, ulong.MaxValue, -4 }),
                    ("Messages", new object[] { new (string, object)[] { ("Code", "c"), ("Value", "v") } }),
                },
                new (string, object)[]
                {
                    ("Id", "quiet"),
                    ("Timestamps", Array.Empty<object>()),
                    ("Values", Array.Empty<object>()),
                    ("StatusCode", "Complete"),
                },
                new (string, object)[] { ("Id", "exact"), ("Values", new object[] { .1, .7 }) },
                new (string, object)[] { ("Id", "mixed"), ("Values", new object[] { .1, 2, .7 }) },
            }))));

        var data = await service.CloudWatch().GetMetricDataAsync(new GetMetricDataRequest { MetricDataQueries = [] });

        var errors = data.MetricDataResults[0];
        Assert.Equal(("errors", "Errors", StatusCode.PartialData), (errors.Id, errors.Label, errors.StatusCode));
        Assert.Equal([s_noon.UtcDateTime, s_noon.UtcDateTime.AddMinutes(-1)], errors.Timestamps);
        Assert.Equal([3.5, 2, 1.5, 18446744073709551615d, -4], errors.Values);
        Assert.Equal(("c", "v"), (errors.Messages[0].Code, errors.Messages[0].Value));
        Assert.Empty(data.MetricDataResults[1].Values);
        Assert.Null(data.MetricDataResults[1].Messages);
        Assert.Equal([.1, .7], data.MetricDataResults[2].Values);
        Assert.Equal([.1, 2, .7], data.MetricDataResults[3].Values);
        Assert.Null(data.Messages);
    }

    /// <summary>Smithy knows no 16-bit floats: 0.5 goes out as a 32-bit one, 0.1 needs all 64 bits, 2.0 is an integer.</summary>
    [Theory]
    [InlineData(0.5, "0.5f32")]
    [InlineData(0.1, "0.1f64")]
    [InlineData(2.0, "2")]
    [InlineData(-3.0, "-3")]
    [InlineData(1e300, "1E+300f64")]
    public async Task PutMetricData_Value_TakesTheShortestFormThatKeepsIt(double value, string wire)
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        await service.CloudWatch().PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Canary",
            MetricData = [new MetricDatum
            {
                MetricName = "m",
                Value = value,
                Timestamp = s_noon.UtcDateTime,
                Unit = StandardUnit.None,
                StorageResolution = 1,
            }],
        });

        Assert.Equal(
            $$"""{MetricData:[{MetricName:"m",StorageResolution:1,Timestamp:1(1763899200),Unit:"None","""
            + $$"""Value:{{wire}}}],Namespace:"Canary"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task PutMetricData_Distribution_IsSent()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));
        var set = new StatisticSet { SampleCount = 2, Sum = 3, Minimum = 1, Maximum = 2 };

        await service.CloudWatch().PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Canary",
            MetricData =
            [
                new MetricDatum { MetricName = "m", Values = [1, 2.5], Counts = [3, 4] },
                new MetricDatum { MetricName = "n", StatisticValues = set },
            ],
        });

        Assert.Equal(
            """{MetricData:[{Counts:[3,4],MetricName:"m",Values:[1,2.5f32]},"""
            + """{MetricName:"n",StatisticValues:{Maximum:2,Minimum:1,SampleCount:2,Sum:3}}],Namespace:"Canary"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task PutMetricData_Large_IsCompressedAsTheModelAsks()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        await service.CloudWatch().PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "Canary",
            MetricData =
                [.. Enumerable.Range(0, 1000).Select(i => new MetricDatum { MetricName = "metric-with-a-name", Value = i })],
        });

        Assert.Equal("gzip", service.Only.Headers["Content-Encoding"]);
        using var plain = new MemoryStream();
        await using var gzip = new GZipStream(new MemoryStream(service.Only.Body), CompressionMode.Decompress);
        await gzip.CopyToAsync(plain);
        Assert.StartsWith(
            "{MetricData:[{MetricName:\"metric-with-a-name\",Value:0},",
            CborBytes.Text(plain.ToArray()),
            StringComparison.Ordinal);
    }
}
