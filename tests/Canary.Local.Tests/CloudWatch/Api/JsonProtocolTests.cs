using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Canary.Local.Tests.CloudWatch.Api;

public sealed class JsonProtocolTests : IAsyncLifetime
{
    private ApiUnderTest _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await ApiUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task PutMetricAlarm_AndDescribeIt_ComesBackAsItWent()
    {
        const string alarm =
            """
            "AlarmName":"errors","Namespace":"AWS/Lambda","MetricName":"Errors",
            "Dimensions":[{"Name":"FunctionName","Value":"orders"}],"Statistic":"Sum",
            "Period":60,"EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":0.5,
            "ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching"
            """;
        using var put = await SendAsync("PutMetricAlarm", $"{{{alarm}}}");
        Assert.Equal((HttpStatusCode.OK, ""), (put.StatusCode, await put.Content.ReadAsStringAsync()));

        using var described = await SendAsync("DescribeAlarms", "{}");

        Assert.Equal("application/x-amz-json-1.0", described.Content.Headers.ContentType?.MediaType);
        using var answer = JsonDocument.Parse(await described.Content.ReadAsStringAsync());
        var found = answer.RootElement.GetProperty("MetricAlarms")[0];
        using var given = JsonDocument.Parse($"{{{alarm}}}");
        Assert.All(
            given.RootElement.EnumerateObject(),
            member => Assert.Equal(member.Value.GetRawText(), found.GetProperty(member.Name).GetRawText()));
        Assert.Equal(CloudWatchUnderTest.Start.ToUnixTimeSeconds(), found.GetProperty("StateUpdatedTimestamp").GetDouble());
        Assert.Equal(0, answer.RootElement.GetProperty("CompositeAlarms").GetArrayLength());
        Assert.False(answer.RootElement.TryGetProperty("NextToken", out _));
    }

    [Theory]
    [InlineData("SetAlarmState", """{"AlarmName":"gone","StateValue":"OK","StateReason":""}""",
        404, "ResourceNotFound;Sender", "com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound", null)]
    [InlineData(
        "DescribeAlarms", """{"MaxRecords":0}""", 400, "ValidationError;Sender", "com.amazon.coral.validate#ValidationException",
        "1 validation error detected: Value '0' at 'maxRecords' failed to satisfy constraint: Member must "
        + "have value greater than or equal to 1")]
    [InlineData(
        "DescribeAlarms",
        """{"MaxRecords":"one"}""",
        400,
        "MalformedInput;Sender",
        "com.amazon.coral.service#SerializationException",
        "The value one for MaxRecords is not an integer.")]
    [InlineData("PutMetricAlarm", """{"AlarmName":"a","ThresholdMetricId":"m"}""",
        400, "ValidationError;Sender", "com.amazon.coral.validate#ValidationException",
        "Canary.Local does not support ThresholdMetricId in PutMetricAlarm.")]
    [InlineData(
        "GetMetricData",
        """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"m","Expression":"1"}]}""",
        400,
        "ValidationError;Sender",
        "com.amazon.coral.validate#ValidationException", "Error in expression 'm': there is no metric in it.")]
    [InlineData(
        "PutMetricData",
        """{"Namespace":"Shop","MetricData":[{"MetricName":"Carts","Value":1,"Counts":[1]}]}""",
        400,
        "InvalidParameterValue;Sender",
        "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException",
        "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.")]
    [InlineData("GetMetricStatistics",
        """{"Namespace":"Shop","MetricName":"Carts","StartTime":60,"EndTime":60,"Period":60,"Statistics":["Sum"]}""",
        400,
        "InvalidParameterValue;Sender",
        "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException",
        "The parameter StartTime must be less than the parameter EndTime.")]
    [InlineData("GetMetricStatistics",
        """{"Namespace":"Shop","MetricName":"Carts","StartTime":0,"EndTime":86400,"Period":1,"Statistics":["Sum"]}""",
        400,
        "InvalidParameterCombination;Sender",
        "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterCombinationException",
        "You have requested up to 86400 datapoints, which exceeds the limit of "
            + "1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.")]
    [InlineData(
        "GetMetricStatistics",
        """{"MetricName":"Carts","StartTime":0,"EndTime":60,"Period":60,"Statistics":["Sum"]}""",
        400,
        "ValidationError;Sender",
        "com.amazon.coral.validate#ValidationException",
        "1 validation error detected: Value null at 'namespace' failed to satisfy constraint: Member must not be null")]
    [InlineData("ListMetrics", """{"Namespace":":a","Dimensions":[{"Name":"","Value":""}]}""", 400, "ValidationError;Sender",
        "com.amazon.coral.validate#ValidationException",
        "3 validation errors detected: Value ':a' at 'namespace' failed to satisfy constraint: Member must satisfy "
        + "regular expression pattern: [^:].*; "
            + "Value '' at 'dimensions.1.member.name' failed to satisfy constraint: Member must have "
            + "length greater than or equal to 1; "
            + "Value '' at 'dimensions.1.member.value' failed to satisfy constraint: Member must have "
            + "length greater than or equal to 1")]
    [InlineData(
        "ListMetrics",
        """{"Dimensions":[{"Value":"a"}]}""",
        400,
        "ValidationError;Sender",
        "com.amazon.coral.validate#ValidationException",
        "1 validation error detected: Value null at 'dimensions.1.member.name' failed to satisfy "
        + "constraint: Member must not be null")]
    [InlineData("GetDashboard", "{}", 400, "InvalidAction;Sender", "com.amazon.coral.service#UnknownOperationException",
        "Could not find operation GetDashboard for version 2010-08-01: Canary.Local does not support it.")]
    [InlineData(
        "DescribeAlarms",
        """{"AlarmNamePrefix":"\ud800"}""",
        400,
        "MalformedInput;Sender",
        "com.amazon.coral.service#SerializationException",
        "*")]
    [InlineData(
        "DescribeAlarms", """{"\udc00":1}""", 400, "MalformedInput;Sender", "com.amazon.coral.service#SerializationException",
        "*")]
    [InlineData("DescribeAlarms", "[", 400, "MalformedInput;Sender", "com.amazon.coral.service#SerializationException", "*")]
    public async Task AnyOperation_Refused_SaysItAsAwsDoes(
        string operation, string body, int status, string queryError, string type, string? message)
    {
        using var response = await SendAsync(operation, body, queryMode: true);

        Assert.Equal((status, queryError), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-query-error").Single()));
        using var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(type, error.RootElement.GetProperty("__type").GetString());
        if (message != "*")
            Assert.Equal(message, error.RootElement.TryGetProperty("message", out var text) ? text.GetString() : null);
    }

    [Fact]
    public async Task AnyOperation_RefusedWithoutQueryMode_IsABadRequestWithoutTheOlderCode()
    {
        using var response = await SendAsync("SetAlarmState", """{"AlarmName":"gone","StateValue":"OK","StateReason":""}""");

        Assert.Equal((HttpStatusCode.BadRequest, false), (response.StatusCode, response.Headers.Contains("x-amzn-query-error")));
        Assert.Equal(
            """{"__type":"com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task PutMetricData_Compressed_IsReadBackByGetMetricDataAndListMetrics()
    {
        var plain = """
            {"Namespace":"Shop","MetricData":[{"MetricName":"Carts","Dimensions":[{"Name":"Shop","Value":"one"}],
            "Timestamp":1772452680.5,"Value":3}]}
            """u8.ToArray();
        using var compressed = new MemoryStream();
        await using (
            var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(plain);
        using var put = await _wire.PostAsync(
            "/", "application/x-amz-json-1.0", compressed.ToArray(),
            ("X-Amz-Target", "GraniteServiceVersion20100801.PutMetricData"),
            ("Content-Encoding", "gzip"));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        using var data = await SendAsync(
            "GetMetricData",
            """
            {"StartTime":1772452000,"EndTime":1772453000,"MetricDataQueries":[{"Id":"m","MetricStat":{"Period":60,"Stat":"Sum",
            "Metric":
            {"Namespace":"Shop","MetricName":"Carts","Dimensions":[{"Name":"Shop","Value":"one"}]}}}]}
            """);
        using var list = await SendAsync("ListMetrics", """{"Dimensions":[{"Name":"Shop"}]}""");

        Assert.Equal(
            """{"MetricDataResults":[{"Id":"m","Label":"Carts","Timestamps":[1772452680],"Values":[3]"""
            + ""","StatusCode":"Complete"}],"Messages":[]}""",
            await data.Content.ReadAsStringAsync());
        Assert.Equal(
            """{"Metrics":[{"Namespace":"Shop","MetricName":"Carts","Dimensions":[{"Name":"Shop","Value":"one"}]}]}""",
            await list.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnyOperation_OfAnotherService_IsNotOwned()
    {
        using var response = await _wire.PostAsync(
            "/", "application/x-amz-json-1.0", "{}"u8.ToArray(), ("X-Amz-Target", "AWSStepFunctions.ListExecutions"));

        Assert.Equal(501, (int)response.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string operation, string body, bool queryMode = false) => _wire.PostAsync(
        "/",
        "application/x-amz-json-1.0",
        Encoding.UTF8.GetBytes(body),
        ("X-Amz-Target", $"GraniteServiceVersion20100801.{operation}"),
        ("x-amzn-query-mode", queryMode ? "true" : "false"));
}
