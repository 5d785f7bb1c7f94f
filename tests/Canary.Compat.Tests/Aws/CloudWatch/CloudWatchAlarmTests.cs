using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Canary.Compat.Tests.Aws.CloudWatch;

public class CloudWatchAlarmTests
{
    private const string Path = "/service/GraniteServiceVersion20100801/operation/";
    private static readonly DateTimeOffset s_noon = new(2025, 11, 23, 12, 0, 0, 250, TimeSpan.Zero);

    [Fact]
    public async Task DescribeAlarms_Named_SpeaksRpcV2CborInQueryMode()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map()));

        await service.CloudWatch().DescribeAlarmsAsync(new DescribeAlarmsRequest
        {
            AlarmNames = ["orders-errors", "orders-all"],
            AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm],
            StateValue = StateValue.ALARM,
            MaxRecords = 100,
            NextToken = "t",
        });

        Assert.Equal(("POST", Path + "DescribeAlarms"), (service.Only.Method, service.Only.Target));
        Assert.Equal("rpc-v2-cbor", service.Only.Headers["smithy-protocol"]);
        Assert.Equal("true", service.Only.Headers["x-amzn-query-mode"]);
        Assert.Equal(
            ("application/cbor", "application/cbor"),
            (service.Only.Headers["Content-Type"], service.Only.Headers["Accept"]));
        Assert.Contains("/eu-west-1/monitoring/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            """{AlarmNames:["orders-errors","orders-all"],AlarmTypes:["MetricAlarm","CompositeAlarm"],"""
            + """MaxRecords:100,NextToken:"t",StateValue:"ALARM"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task DescribeAlarms_WithoutARequest_AsksForAll()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map()));

        await service.CloudWatch().DescribeAlarmsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("{}", CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task DescribeAlarms_BothTypes_ReadsStateAndConfiguration()
    {
        await using var service = await FakeService.Playing(Answer.Cbor(CborBytes.Map(
            ("MetricAlarms", new object[]
            {
                new (string, object)[]
                {
                    ("AlarmName", "orders-errors"),
                    ("AlarmArn", "arn:m"),
                    ("StateValue", "INSUFFICIENT_DATA"),
                    ("StateReason", "r"),
                    ("StateUpdatedTimestamp", s_noon),
                    ("ActionsEnabled", true),
                    ("Period", 60),
                    ("Threshold", (Half)0.5),
                    ("Statistic", "Sum"),
                    ("Unit", "Count/Second"),
                    ("ComparisonOperator", "GreaterThanThreshold"),
                    ("OKActions", Array.Empty<object>()),
                    ("Dimensions", new object[] { new (string, object)[] { ("Name", "FunctionName"), ("Value", "orders") } }),
                    ("Tomorrow", 1),
                },
            }),
            ("CompositeAlarms", new object[]
            {
                new (string, object)[] { ("AlarmName", "orders-all"), ("AlarmRule", "ALARM(x)"), ("StateValue", "OK") },
            }),
            ("NextToken", "t2"))));

        var page = await service.CloudWatch().DescribeAlarmsAsync(new DescribeAlarmsRequest());

        var alarm = Assert.Single(page.MetricAlarms);
        Assert.Equal(("orders-errors", "arn:m", "r"), (alarm.AlarmName, alarm.AlarmArn, alarm.StateReason));
        Assert.Equal(StateValue.INSUFFICIENT_DATA, alarm.StateValue);
        Assert.Equal(s_noon.UtcDateTime, alarm.StateUpdatedTimestamp);
        Assert.Equal(DateTimeKind.Utc, alarm.StateUpdatedTimestamp!.Value.Kind);
        Assert.Equal((true, 60, 0.5), (alarm.ActionsEnabled, alarm.Period, alarm.Threshold));
        Assert.Equal((Statistic.Sum, StandardUnit.CountSecond), (alarm.Statistic, alarm.Unit));
        Assert.Equal(ComparisonOperator.GreaterThanThreshold, alarm.ComparisonOperator);
        Assert.Empty(alarm.OKActions);
        Assert.Null(alarm.AlarmActions);
        Assert.Null(alarm.EvaluationPeriods);
        Assert.Equal(("FunctionName", "orders"), (alarm.Dimensions[0].Name, alarm.Dimensions[0].Value));
        var composite = Assert.Single(page.CompositeAlarms);
        Assert.Equal(("orders-all", "ALARM(x)", StateValue.OK), (composite.AlarmName, composite.AlarmRule, composite.StateValue));
        Assert.Equal("t2", page.NextToken);
    }

    [Fact]
    public async Task DescribeAlarms_NothingFound_ListsAreNull()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([0xBF, 0xFF]));

        var page = await service.CloudWatch().DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["x"] });

        Assert.Null(page.MetricAlarms);
        Assert.Null(page.CompositeAlarms);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task PutMetricAlarm_Full_SendsTheNamesOfTheModel()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        await service.CloudWatch().PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = "a",
            ActionsEnabled = false,
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Dimensions = [new Dimension { Name = "Resource", Value = "orders:live" }],
            Statistic = Statistic.Sum,
            Period = 60,
            EvaluationPeriods = 3,
            DatapointsToAlarm = 2,
            Threshold = 0.1,
            ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
            TreatMissingData = "notBreaching",
            OKActions = [],
            Tags = [new Tag { Key = "k", Value = "v" }],
        });

        Assert.Equal(Path + "PutMetricAlarm", service.Only.Target);
        Assert.Equal(
            """{ActionsEnabled:false,AlarmName:"a",ComparisonOperator:"GreaterThanOrEqualToThreshold",DatapointsToAlarm:2,"""
            + """Dimensions:[{Name:"Resource",Value:"orders:live"}],EvaluationPeriods:3,MetricName:"Errors","""
            + """Namespace:"AWS/Lambda",OKActions:[],"""
            + """Period:60,Statistic:"Sum",Tags:[{Key:"k",Value:"v"}],Threshold:0.1f64,TreatMissingData:"notBreaching"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task PutCompositeAlarm_Rule_SendsIt()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        await service.CloudWatch().PutCompositeAlarmAsync(
            new PutCompositeAlarmRequest { AlarmName = "c", AlarmRule = "ALARM(a) OR ALARM(b)", AlarmActions = ["arn:x"] });

        Assert.Equal(Path + "PutCompositeAlarm", service.Only.Target);
        Assert.Equal(
            """{AlarmActions:["arn:x"],AlarmName:"c",AlarmRule:"ALARM(a) OR ALARM(b)"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task SetAlarmState_State_SendsIt()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        await service.CloudWatch().SetAlarmStateAsync(
            new SetAlarmStateRequest
            {
                AlarmName = "a",
                StateValue = StateValue.ALARM,
                StateReason = "drill",
                StateReasonData = "{}",
            });

        Assert.Equal(Path + "SetAlarmState", service.Only.Target);
        Assert.Equal(
            """{AlarmName:"a",StateReason:"drill",StateReasonData:"{}",StateValue:"ALARM"}""",
            CborBytes.Text(service.Only.Body));
    }

    [Fact]
    public async Task DeleteAlarms_Names_SendsThem()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));

        var answer = await service.CloudWatch().DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["a", "b"] });

        Assert.Equal(Path + "DeleteAlarms", service.Only.Target);
        Assert.Equal("""{AlarmNames:["a","b"]}""", CborBytes.Text(service.Only.Body));
        Assert.Equal("request-1", answer.ResponseMetadata.RequestId);
    }
}
