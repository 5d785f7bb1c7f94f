using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Tests.CloudWatch.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

/// <summary>Alarms on metric math.</summary>
public sealed class MathAlarmTests : IDisposable
{
    private static readonly KeyValuePair<string, string>[] Orders = [KeyValuePair.Create("FunctionName", "orders")];

    private static readonly MetricAlarmConfiguration Rate = new()
    {
        Name = "errors",
        Metrics =
        [
            new ExpressionQuery("rate", "100 * m1 / m2", Label: "Errors in percent"),
            new MetricStatQuery("m1", new MetricIdentity("AWS/Lambda", "Errors", Orders), "Sum", 60, ReturnData: false),
            new MetricStatQuery("m2", new MetricIdentity("AWS/Lambda", "Invocations", Orders), "Sum", 60, ReturnData: false),
        ],
        EvaluationPeriods = 2,
        DatapointsToAlarm = 2,
        Threshold = 5,
        ComparisonOperator = "GreaterThanThreshold",
        TreatMissingData = "notBreaching",
    };

    private readonly CloudWatchUnderTest _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void Evaluate_AnExpression_ComparesWhatItComesTo()
    {
        _cloud.Service.PutMetricAlarm(Rate);
        Put(minutesBefore: 2, errors: 6, invocations: 100);
        Put(minutesBefore: 1, errors: 5, invocations: 100);
        _cloud.Service.EvaluateAlarms();
        Assert.Equal(AlarmStateValue.Ok, _cloud.StateOf().Value);

        Put(minutesBefore: 1, errors: 5, invocations: 0);
        _cloud.Service.EvaluateAlarms();

        var state = _cloud.StateOf();
        Assert.Equal(AlarmStateValue.Alarm, state.Value);
        Assert.Equal(
            "Threshold Crossed: 2 out of the last 2 datapoints [10.0 (02/03/26 11:59:00), 6.0 (02/03/26 11:58:00)] were "
            + "greater than the threshold (5.0) "
            + "(minimum 2 datapoints for OK -> ALARM transition).",
            state.Reason);
        Assert.Equal(
            """
            {"version":"1.0","queryDate":"2026-03-02T12:00:05.000+0000","startDate":"2026-03-02T11:58:00.000+0000","period":60,
            "recentDatapoints":[6.0,10.0],
            "threshold":5.0,"evaluatedDatapoints":[{"timestamp":"2026-03-02T11:59:00.000+0000","value":10.0},
            {"timestamp":"2026-03-02T11:58:00.000+0000","value":6.0}]}
            """.ReplaceLineEndings(""),
            state.ReasonData);
    }

    [Fact]
    public void Evaluate_OneMetricByQuery_IsAsAnAlarmOnThatMetric()
    {
        _cloud.Service.PutMetricAlarm(Rate with
        {
            Metrics = [new MetricStatQuery("m1", new MetricIdentity("AWS/Lambda", "Errors", Orders), "Sum", 60)],
            EvaluationPeriods = 1,
            DatapointsToAlarm = null,
        });
        _cloud.PutError(6, minutesBefore: 1);
        _cloud.Service.EvaluateAlarms();
        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf().Value);
    }

    public static TheoryData<string, MetricAlarmConfiguration> Refused { get; } = new()
    {
        {
            "Exactly one element of the metrics list should return data.",
            Rate with { Metrics = [Rate.Metrics[0], .. Rate.Metrics.Skip(1).Select(one => one with { ReturnData = true })] }
        },
        {
            "Exactly one element of the metrics list should return data.",
            Rate with { Metrics = [.. Rate.Metrics.Select(one => one with { ReturnData = false })] }
        },
        {
            "The parameter Metrics and the parameters Statistic, Period must not be specified together.",
            Rate with { Period = 60, Statistic = "Sum" }
        },
        {
            "MetricName and Namespace, or Metrics, must be specified.", Rate with { Metrics = [], Period = 60, Statistic = "Sum" }
        },
        { "Error in expression 'rate': there is no query with the id m2.", Rate with { Metrics = [.. Rate.Metrics.Take(2)] } },
        {
            "The parameter Metrics must have 1 to 10 metrics: that many have a MetricStat.",
            Rate with { Metrics = [Rate.Metrics[0]] }
        },
        { "The values for parameter id in Metrics are not unique.", Rate with { Metrics = [.. Rate.Metrics, Rate.Metrics[1]] } },
        {
            "The expression rate must come to one time series, not to an array of them.",
            Rate with { Metrics = [new ExpressionQuery("rate", "METRICS()"), .. Rate.Metrics.Skip(1)] }
        },
        {
            "1 validation error detected: Value '' at "
            + "'metrics.2.member.metricStat.metric.namespace' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1",
            Rate with
            {
                Metrics = [
                    new ExpressionQuery("rate", "m1"), new MetricStatQuery(
                        "m1", new MetricIdentity("", "Errors", []), "Sum", 60, ReturnData: false),
                ],
            }
        },
        { "Threshold must be specified for an alarm on a static threshold.", Rate with { Threshold = null } },
        {
            "Period must be 10, 20, 30 or a multiple of 60",
            Rate with { Metrics = [new MetricStatQuery("m1", new MetricIdentity("AWS/Lambda", "Errors", []), "Sum", 5)] }
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void PutMetricAlarm_WithQueriesThatCannotBe_IsRefused(string message, MetricAlarmConfiguration configuration)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricAlarm(configuration));
        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task PutMetricAlarm_OverTheWire_IsDescribedAsItWasPut()
    {
        await using var wire = await ApiUnderTest.StartAsync();
        const string Queries = """
            [{"Id":"rate","Expression":"100 * m1 / m2","Label":"Errors in percent","ReturnData":true},
            {"Id":"m1","MetricStat":{"Metric":{"Namespace":"AWS/Lambda","MetricName":"Errors",
            "Dimensions":[{"Name":"FunctionName","Value":"orders"}]},
            "Period":60,"Stat":"Sum"},"ReturnData":false},
            {"Id":"m2","MetricStat":{"Metric":{"Namespace":"AWS/Lambda","MetricName":"Invocations","Dimensions":[]},"Period":60,
            "Stat":"Sum"},"ReturnData":false}]
            """;
        using var put = await JsonAsync(wire, "PutMetricAlarm", $$"""
            {"AlarmName":"errors","Metrics":{{Queries}},"EvaluationPeriods":1,"Threshold":5,
            "ComparisonOperator":"GreaterThanThreshold"}
            """);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var described = await JsonAsync(wire, "DescribeAlarms", "{}");

        var alarm = JsonNode.Parse(
            await described.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["MetricAlarms"]![0]!.AsObject();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Queries), alarm["Metrics"]), alarm["Metrics"]!.ToJsonString());
        Assert.False(
            alarm.ContainsKey("MetricName")
                || alarm.ContainsKey("Namespace")
                || alarm.ContainsKey("Period")
                || alarm.ContainsKey("Statistic"));
    }

    [Fact]
    public async Task PutMetricAlarm_AsAForm_IsDescribedInXml()
    {
        await using var wire = await ApiUnderTest.StartAsync();
        const string Form =
            "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=errors&EvaluationPeriods=1&Threshold=5"
            + "&ComparisonOperator=GreaterThanThreshold"
            + "&Metrics.member.1.Id=rate&Metrics.member.1.Expression=m1*2&Metrics.member.2.Id=m1"
            + "&Metrics.member.2.ReturnData=false"
            + "&Metrics.member.2.MetricStat.Metric.Namespace=AWS%2FLambda&Metrics.member.2.MetricStat.Metric.MetricName=Errors"
            + "&Metrics.member.2.MetricStat.Period=60&Metrics.member.2.MetricStat.Stat=Sum";
        using var put = await FormAsync(wire, Form);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var described = await FormAsync(wire, "Action=DescribeAlarms&Version=2010-08-01");

        Assert.Contains(
            "<Metrics><member><Id>rate</Id><Expression>m1*2</Expression><ReturnData>true</ReturnData></member><member>"
            + "<Id>m1</Id><MetricStat><Metric>"
            + "<Namespace>AWS/Lambda</Namespace><MetricName>Errors</MetricName><Dimensions "
            + "/></Metric><Period>60</Period><Stat>Sum</Stat></MetricStat>"
            + "<ReturnData>false</ReturnData></member></Metrics>",
            await described.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> JsonAsync(ApiUnderTest wire, string operation, string body) => wire.PostAsync(
        "/", "application/x-amz-json-1.0", Encoding.UTF8.GetBytes(body), (
            "X-Amz-Target", $"GraniteServiceVersion20100801.{operation}"));

    private static Task<HttpResponseMessage> FormAsync(ApiUnderTest wire, string form) =>
        wire.PostAsync("/", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form));

    private void Put(double minutesBefore, double errors, double invocations)
    {
        var moment = CloudWatchUnderTest.Start.AddSeconds(-5).AddMinutes(-minutesBefore);
        _cloud.Service.Metrics.Put("AWS/Lambda", "Errors", Orders, moment, errors, "Count");
        _cloud.Service.Metrics.Put("AWS/Lambda", "Invocations", Orders, moment, invocations, "Count");
    }
}
