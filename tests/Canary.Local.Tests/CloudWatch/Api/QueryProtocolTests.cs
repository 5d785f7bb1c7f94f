using System.Net;
using System.Xml.Linq;

namespace Canary.Local.Tests.CloudWatch.Api;

public sealed class QueryProtocolTests : IAsyncLifetime
{
    private static readonly XNamespace Cw = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private ApiUnderTest _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await ApiUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task PutMetricAlarm_AndDescribeIt_AnswersInXml()
    {
        using var put = await SendAsync(
            "Action=PutMetricAlarm&AlarmName=errors+%26+more&Namespace=AWS%2FLambda&MetricName=Errors"
            + "&Dimensions.member.1.Name=FunctionName&Dimensions.member.1.Value=orders"
            + "&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=0.5&ComparisonOperator=GreaterThanThreshold"
            + "&ActionsEnabled=false&OKActions=");
        var answer = await ReadAsync(put);
        Assert.Equal((HttpStatusCode.OK, Cw + "PutMetricAlarmResponse"), (put.StatusCode, answer.Name));
        Assert.Equal(
            put.Headers.GetValues("x-amzn-RequestId").Single(),
            answer.Element(Cw + "ResponseMetadata")?.Element(Cw + "RequestId")?.Value);

        using var described = await SendAsync(
            "Action=DescribeAlarms&AlarmNames.member.1=errors+%26+more&AlarmNames.member.2=gone");

        Assert.Equal("text/xml", described.Content.Headers.ContentType?.MediaType);
        var result = (await ReadAsync(described)).Element(Cw + "DescribeAlarmsResult")!;
        var alarm = Assert.Single(result.Element(Cw + "MetricAlarms")!.Elements(Cw + "member"));
        string Value(string name) => alarm.Element(Cw + name)!.Value;
        Assert.Equal(
            ("errors & more", "60", "0.5", "false", "INSUFFICIENT_DATA", "2026-03-02T12:00:05.000Z"),
            (
                Value("AlarmName"),
                Value("Period"),
                Value("Threshold"),
                Value("ActionsEnabled"),
                Value("StateValue"),
                Value("StateUpdatedTimestamp")));
        Assert.Equal("orders", alarm.Element(Cw + "Dimensions")?.Element(Cw + "member")?.Element(Cw + "Value")?.Value);
        Assert.Empty(result.Element(Cw + "CompositeAlarms")!.Elements());
    }

    [Fact]
    public async Task PutMetricData_Nested_IsReadBackByGetMetricStatistics()
    {
        using var put = await SendAsync(
            "Action=PutMetricData&Namespace=Shop&MetricData.member.1.MetricName=Wait&MetricData.member.1.Unit=Seconds"
            + "&MetricData.member.1.Timestamp=2026-03-02T11%3A58%3A00Z"
            + "&MetricData.member.1.Values.member.1=1&MetricData.member.1.Values.member.2=3"
            + "&MetricData.member.1.Counts.member.1=1&MetricData.member.1.Counts.member.2=2"
            + "&MetricData.member.1.Dimensions.member.1.Name=Shop&MetricData.member.1.Dimensions.member.1.Value=one");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        const string question =
            "Action=GetMetricStatistics&Namespace=Shop&MetricName=Wait&Dimensions.member.1.Name=Shop"
            + "&Dimensions.member.1.Value=one"
            + "&StartTime=2026-03-02T11%3A50%3A00Z&EndTime=2026-03-02T12%3A00%3A00Z&Period=60";

        using var simple = await SendAsync(question + "&Statistics.member.1=Sum&Statistics.member.2=SampleCount");
        using var extended = await SendAsync(question + "&ExtendedStatistics.member.1=p99.9");

        var point = (await ReadAsync(simple)).Descendants(Cw + "member").Single();
        Assert.Equal(("2026-03-02T11:58:00.000Z", "7", "3", "Seconds"),
            (point.Element(Cw + "Timestamp")?.Value, point.Element(Cw + "Sum")?.Value,
                point.Element(Cw + "SampleCount")?.Value, point.Element(Cw + "Unit")?.Value));
        var entry = (await ReadAsync(extended)).Descendants(Cw + "entry").Single();
        Assert.Equal(("p99.9", "3"), (entry.Element(Cw + "key")?.Value, entry.Element(Cw + "value")?.Value));
    }

    [Theory]
    [InlineData("Action=SetAlarmState&AlarmName=gone&StateValue=OK&StateReason=x", 404, "ResourceNotFound", null)]
    [InlineData("Action=SetAlarmState&AlarmName=gone&StateValue=GOOD&StateReason=x", 400, "ValidationError",
        "1 validation error detected: Value 'GOOD' at 'stateValue' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")]
    [InlineData("Action=DescribeAlarms&MaxRecords=ten", 400, "MalformedInput", "The value ten for MaxRecords is not an integer.")]
    [InlineData("Action=PutMetricData&Namespace=Shop", 400, "MissingParameter", "The parameter MetricData is required.")]
    [InlineData(
        "Action=GetDashboard", 400, "InvalidAction",
        "Could not find operation GetDashboard for version 2010-08-01: Canary.Local does not support it.")]
    public async Task AnyOperation_Refused_SaysItAsAwsDoes(string form, int status, string code, string? message)
    {
        using var response = await SendAsync(form);

        var error = (await ReadAsync(response)).Element(Cw + "Error")!;
        Assert.Equal((status, "Sender", code, message),
            (
                (int)response.StatusCode,
                error.Element(Cw + "Type")?.Value,
                error.Element(Cw + "Code")?.Value,
                error.Element(Cw + "Message")?.Value));
    }

    [Fact]
    public async Task AnyOperation_WithCharactersThatXmlForbids_AnswersWithReplacements()
    {
        _wire.Cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        using var set = await SendAsync(
            "Action=SetAlarmState&AlarmName=errors&StateValue=OK&StateReason=a%01b%EF%BF%BFc%09%F0%9F%90%A4");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);

        using var described = await SendAsync("Action=DescribeAlarms");
        using var refused = await SendAsync("Action=DescribeAlarms&MaxRecords=%00");

        Assert.Equal("a\uFFFDb\uFFFDc\t\U0001F424", (await ReadAsync(described)).Descendants(Cw + "StateReason").Single().Value);
        Assert.Equal(
            "The value \uFFFD for MaxRecords is not an integer.",
            (await ReadAsync(refused)).Descendants(Cw + "Message").Single().Value);
    }

    [Fact]
    public async Task AnyOperation_NestedTooDeep_IsMalformed()
    {
        using var response = await SendAsync($"Action=DescribeAlarms&{string.Concat(Enumerable.Repeat("a.", 50_000))}a=1");

        Assert.Equal(
            (HttpStatusCode.BadRequest, "MalformedInput"),
            (response.StatusCode, (await ReadAsync(response)).Descendants(Cw + "Code").Single().Value));
    }

    [Fact]
    public async Task AnyOperation_WrongVersion_IsNoSuchOperation()
    {
        using var response = await _wire.PostAsync(
            "/", "application/x-www-form-urlencoded", "Action=DescribeAlarms&Version=2009-05-15"u8.ToArray());

        Assert.Contains(
            "<Code>InvalidAction</Code><Message>Could not find operation DescribeAlarms for version 2009-05-15</Message>",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2010-08-01", 403)]
    [InlineData("2011-06-15", 501)]
    public async Task AnyOperation_WithoutAuthorization_IsRefusedIfItIsForCloudWatch(string version, int expected)
    {
        _wire.Client.DefaultRequestHeaders.Clear();

        using var response = await _wire.PostAsync("/", "application/x-www-form-urlencoded",
            System.Text.Encoding.UTF8.GetBytes($"Action=DescribeAlarms&Version={version}"));

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task AnyOperation_SignedForAnotherService_IsNotOwned()
    {
        _wire.Client.DefaultRequestHeaders.Clear();
        _wire.Client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKID/20260302/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00");

        using var response = await SendAsync("Action=DescribeAlarms");

        Assert.Equal(501, (int)response.StatusCode);
    }

    private static async Task<XElement> ReadAsync(HttpResponseMessage response) =>
        XElement.Parse(await response.Content.ReadAsStringAsync());

    private Task<HttpResponseMessage> SendAsync(string form) =>
        _wire.PostAsync(
            "/",
            "application/x-www-form-urlencoded; charset=utf-8",
            System.Text.Encoding.UTF8.GetBytes(form + "&Version=2010-08-01"));
}
