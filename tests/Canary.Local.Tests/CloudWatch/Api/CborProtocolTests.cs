using System.Formats.Cbor;
using System.Net;

namespace Canary.Local.Tests.CloudWatch.Api;

public sealed class CborProtocolTests : IAsyncLifetime
{
    private ApiUnderTest _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await ApiUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task DescribeAlarms_ByNames_AnswersInCbor()
    {
        _wire.Cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);

        using var response = await SendAsync("DescribeAlarms", cbor =>
        {
            // Indefinite lengths, as the .NET SDK writes them.
            cbor.WriteStartMap(null);
            cbor.WriteTextString("AlarmNames");
            cbor.WriteStartArray(null);
            cbor.WriteTextString("errors");
            cbor.WriteEndArray();
            cbor.WriteEndMap();
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("rpc-v2-cbor", response.Headers.GetValues("smithy-protocol").Single());
        Assert.Equal("application/cbor", response.Content.Headers.ContentType?.MediaType);
        var answer = await ReadAsync(response);
        var alarm = Assert.IsType<Dictionary<string, object?>>(Assert.Single((List<object?>)answer["MetricAlarms"]!));
        Assert.Empty((List<object?>)answer["CompositeAlarms"]!);
        Assert.Equal("errors", alarm["AlarmName"]);
        Assert.Equal("INSUFFICIENT_DATA", alarm["StateValue"]);
        Assert.Equal(0.0, alarm["Threshold"]);
        Assert.Equal(60L, alarm["Period"]);
        Assert.Equal(true, alarm["ActionsEnabled"]);
        Assert.Equal(CloudWatchUnderTest.Start, alarm["StateUpdatedTimestamp"]);
        Assert.False(alarm.ContainsKey("DatapointsToAlarm"));
    }

    [Fact]
    public async Task SetAlarmState_Done_AnswersWithoutABody()
    {
        _wire.Cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);

        using var response = await SendAsync("SetAlarmState",
            cbor => Texts(cbor, ("AlarmName", "errors"), ("StateValue", "ALARM"), ("StateReason", "by hand")));

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal("by hand", _wire.Cloud.StateOf().Reason);
    }

    [Theory]
    [InlineData(
        "SetAlarmState", HttpStatusCode.NotFound, "com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound",
        "ResourceNotFound;Sender")]
    [InlineData(
        "PutMetricAlarm", HttpStatusCode.BadRequest, "com.amazon.coral.validate#ValidationException", "ValidationError;Sender")]
    [InlineData(
        "PutDashboard", HttpStatusCode.BadRequest, "com.amazon.coral.service#UnknownOperationException", "InvalidAction;Sender")]
    public async Task AnyOperation_Refused_NamesTheErrorTwice(
        string operation, HttpStatusCode status, string type, string queryError)
    {
        _wire.Client.DefaultRequestHeaders.Add("x-amzn-query-mode", "true");

        using var response = await SendAsync(
            operation, cbor => Texts(cbor, ("AlarmName", "gone"), ("StateValue", "OK"), ("StateReason", "")));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(queryError, response.Headers.GetValues("x-amzn-query-error").Single());
        Assert.Equal(type, (await ReadAsync(response))["__type"]);
    }

    [Fact]
    public async Task AnyOperation_RefusedWithoutQueryMode_IsABadRequestWithoutTheOlderCode()
    {
        using var response = await SendAsync(
            "SetAlarmState", cbor => Texts(cbor, ("AlarmName", "gone"), ("StateValue", "OK"), ("StateReason", "")));

        Assert.Equal((HttpStatusCode.BadRequest, false), (response.StatusCode, response.Headers.Contains("x-amzn-query-error")));
        Assert.Equal("com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound", (await ReadAsync(response))["__type"]);
    }

    [Theory]
    [InlineData(new byte[] { 0x63, (byte)'a' })]
    [InlineData(new byte[] { 0x81, 0x01 })]
    [InlineData(new byte[] { 0xA1, 0x61, (byte)'a', 0xC0, 0x60 })]
    public async Task AnyOperation_NoCborMap_IsASerializationException(byte[] body)
    {
        using var response = await _wire.PostAsync(
            Path("DescribeAlarms"), "application/cbor", body, ("smithy-protocol", "rpc-v2-cbor"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("com.amazon.coral.service#SerializationException", (await ReadAsync(response))["__type"]);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public async Task AnyOperation_NestedTooDeep_IsASerializationException(int depth)
    {
        var body = Enumerable.Repeat((byte)0x81, depth).ToArray();

        using var response = await _wire.PostAsync(
            Path("DescribeAlarms"), "application/cbor", body, ("smithy-protocol", "rpc-v2-cbor"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await ReadAsync(response);
        Assert.Equal(
            ("com.amazon.coral.service#SerializationException", "The body is nested more than 64 deep."),
            (answer["__type"], answer["message"]));
    }

    [Fact]
    public async Task AnyOperation_WithoutAuthorization_IsRefused()
    {
        _wire.Client.DefaultRequestHeaders.Clear();

        using var response = await SendAsync("DescribeAlarms", cbor => Texts(cbor));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("com.amazon.coral.service#MissingAuthenticationTokenException", (await ReadAsync(response))["__type"]);
    }

    internal static void Texts(CborWriter cbor, params (string Name, string Value)[] members)
    {
        cbor.WriteStartMap(members.Length);
        foreach (var (name, value) in members)
        {
            cbor.WriteTextString(name);
            cbor.WriteTextString(value);
        }
        cbor.WriteEndMap();
    }

    private static string Path(string operation) => $"/service/GraniteServiceVersion20100801/operation/{operation}";

    private static async Task<Dictionary<string, object?>> ReadAsync(HttpResponseMessage response)
    {
        var reader = new CborReader(await response.Content.ReadAsByteArrayAsync());
        var answer = (Dictionary<string, object?>)Value(reader)!;
        Assert.Equal(0, reader.BytesRemaining);
        return answer;
    }

    private static object? Value(CborReader cbor)
    {
        switch (cbor.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new Dictionary<string, object?>();
                cbor.ReadStartMap();
                while (cbor.PeekState() != CborReaderState.EndMap) map.Add(cbor.ReadTextString(), Value(cbor));
                cbor.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var list = new List<object?>();
                cbor.ReadStartArray();
                while (cbor.PeekState() != CborReaderState.EndArray) list.Add(Value(cbor));
                cbor.ReadEndArray();
                return list;
            case CborReaderState.TextString: return cbor.ReadTextString();
            case CborReaderState.UnsignedInteger: return cbor.ReadInt64();
            case CborReaderState.Boolean: return cbor.ReadBoolean();
            case CborReaderState.Tag: return cbor.ReadUnixTimeSeconds();
            default: return cbor.ReadDouble();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string operation, Action<CborWriter> write)
    {
        var cbor = new CborWriter();
        write(cbor);
        return await _wire.PostAsync(Path(operation), "application/cbor", cbor.Encode(), ("smithy-protocol", "rpc-v2-cbor"));
    }
}
