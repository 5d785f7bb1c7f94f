using System.Text.Json.Nodes;
using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Model;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Events;

/// <summary>What AWS services themselves put on the bus.</summary>
public sealed class ServiceEventTests : IDisposable
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m";
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:m:one";

    private readonly Bus _bus = new();
    private readonly FakeFunctions _functions = new();
    private readonly StepFunctionsService _service;

    public ServiceEventTests()
    {
        _service = new StepFunctionsService(_bus.Clock, new AwsAccount(), _functions, null, _bus.Service);
        _bus.Service.Observe(_service);
        _bus.Rule(
            """{"source":["aws.states"],"detail-type":["Step Functions Execution Status Change"]"""
            + ""","detail":{"stateMachineArn":["M"]}}"""
            .Replace("[\"M\"]", $"[\"{Machine}\"]", StringComparison.Ordinal));
    }

    public void Dispose() => _bus.Dispose();

    [Fact]
    public async Task Execution_ThatFails_TellsItsStartAndItsEnd()
    {
        await RunAsync(
            """ "A":{"Type":"Wait","Seconds":90,"Next":"B"},"B":{"Type":"Fail","Error":"RolledBack","Cause":"An alarm."} """,
            """{"a":1}""");

        Assert.Equal(2, _bus.Invocations.Count);
        var started = _bus.Received[0];
        Assert.Equal(
            ("2026-01-01T00:00:00Z", Execution),
            ((string)started["time"]!, (string)Assert.Single(started["resources"]!.AsArray())!));
        AssertDetail(started, """
            "status":"RUNNING","startDate":1767225600000,"stopDate":null,"redriveStatus":"NOT_REDRIVABLE",
            "redriveStatusReason":"Execution is RUNNING and cannot be redriven","output":null,"outputDetails":null,"error":null,
            "cause":null
            """);
        AssertDetail(_bus.Received[1], """
            "status":"FAILED","startDate":1767225600000,"stopDate":1767225690000,"redriveStatus":"REDRIVABLE",
            "redriveStatusReason":null,
            "output":null,"outputDetails":null,"error":"RolledBack","cause":"An alarm."
            """);
    }

    [Theory]
    [InlineData(""" "A":{"Type":"Succeed"} """, "", "SUCCEEDED")]
    [InlineData(""" "A":{"Type":"Wait","Seconds":90,"End":true} """, "\"TimeoutSeconds\":5,", "TIMED_OUT")]
    public async Task Execution_ThatEnds_TellsItsStatus(string states, string more, string status)
    {
        await RunAsync(states, "{}", more);

        var detail = _bus.Received[^1]["detail"]!;
        Assert.Equal(status, (string)detail["status"]!);
        if (status == "SUCCEEDED")
            Assert.Equal("""{} {"included":true}""", $"{detail["output"]} {detail["outputDetails"]!.ToJsonString()}");
    }

    [Fact]
    public void Execution_ThatIsStopped_IsAborted()
    {
        var arn = Start(""" "A":{"Type":"Wait","Seconds":90,"End":true} """, "{}");

        _service.StopExecution(arn, "Operator", "Stop.");

        var detail = _bus.Received[^1]["detail"]!;
        Assert.Equal(
            ("ABORTED", "Operator", "Stop."), ((string)detail["status"]!, (string)detail["error"]!, (string)detail["cause"]!));
    }

    [Fact]
    public async Task Input_TogetherWithTheOutputAbove248Kilobytes_IsLeftOut()
    {
        await RunAsync(""" "A":{"Type":"Succeed"} """, $$"""{"a":"{{new string('x', 130_000)}}"}""");

        var detail = _bus.Received[^1]["detail"]!;
        Assert.Null(detail["input"]);
        Assert.Equal(
            """{"included":false}{"included":true}""",
            $"{detail["inputDetails"]!.ToJsonString()}{detail["outputDetails"]!.ToJsonString()}");
        Assert.True((bool)_bus.Received[0]["detail"]!["inputDetails"]!["included"]!);
    }

    [Fact]
    public async Task Task_ThatPutsEvents_NamesItsExecutionAmongTheResources()
    {
        _bus.Rule("""{"source":["canary"]}""", "own");

        var run = await RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":[
              {"Source":"canary","DetailType":"Step","Detail.$":"$","Resources":["r"]},{"Source":"canary","DetailType":"Text",
              "Detail":"{\"b\":2}"}]},
              "ResultPath":"$.put","End":true}
            """, """{"a":1}""");

        var own = _bus.Received.Where(one => (string)one["source"]! == "canary").ToArray();
        Assert.Equal(["""{"a":1}""", """{"b":2}"""], own.Select(one => one["detail"]!.ToJsonString()));
        Assert.Equal(["r", Machine, Execution], own[0]["resources"]!.AsArray().Select(one => (string)one!));
        var ids = string.Join(',', own.Select(one => $$"""{"EventId":"{{one["id"]}}"}"""));
        Assert.Equal($$$"""{"a":1,"put":{"Entries":[{{{ids}}}],"FailedEntryCount":0}}""", run.Output);
        var scheduled = _service.GetExecutionHistory(Execution)[2];
        Assert.Equal(
            ("TaskScheduled", "events", "putEvents"),
            (scheduled.Type, scheduled.Details.ResourceType, scheduled.Details.Resource));
    }

    [Fact]
    public async Task Task_WithAnEntryThatFails_FailsWithTheWholeAnswer()
    {
        var run = await RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents",
              "Parameters":{"Entries":[{"Source":"canary","DetailType":"Step","Detail":"\"text\""}]},"End":true}
            """, "{}");

        Assert.Equal("EventBridge.FailedEntry", run.Error);
        Assert.Equal(
            """{"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}],"FailedEntryCount":1}""",
            run.Cause);
    }

    [Theory]
    [InlineData("""{"Entries":"none"}""", "States.Runtime")]
    [InlineData("""{"Entries":[]}""", "EventBridge.ValidationException")]
    [InlineData("""{"Entries":[{"EventBusName":"mine"}]}""", "EventBridge.ValidationException")]
    public async Task Task_WithARequestThatCannotBeUsed_Fails(string parameters, string error)
    {
        var run = await RunAsync(
            $$""" "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","End":true} """, parameters);

        Assert.Equal(error, run.Error);
    }

    [Fact]
    public void Alarm_ThatChanges_TellsBothStates()
    {
        using var cloudWatch = new CloudWatchService(_bus.Clock, new AwsAccount());
        _bus.Service.Observe(cloudWatch);
        _bus.Rule("""{"source":["aws.cloudwatch"],"detail":{"state":{"value":["ALARM"]}}}""", "alarms");
        cloudWatch.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = "errors",
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Dimensions = [KeyValuePair.Create("FunctionName", "work")],
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 1,
            ComparisonOperator = "GreaterThanThreshold",
        });

        cloudWatch.SetAlarmState("errors", "ALARM", "By hand.", """{"by":"me"}""");
        cloudWatch.SetAlarmState("errors", "OK", "Again.");

        var received = Assert.Single(_bus.Received);
        Assert.Equal("arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors", (string)received["resources"]![0]!);
        Assert.Equal("CloudWatch Alarm State Change", (string)received["detail-type"]!);
        var detail = received["detail"]!.AsObject();
        ((JsonObject)detail["configuration"]!["metrics"]![0]!).Remove("id");
        Assert.True(JsonNode.DeepEquals(detail, JsonNode.Parse("""
            {"alarmName":"errors",
             "state":{"value":"ALARM","reason":"By hand.","reasonData":"{\"by\":\"me\"}",
             "timestamp":"2026-01-01T00:00:00.000+0000"},
             "previousState":{"value":"INSUFFICIENT_DATA","reason":"Unchecked: Initial alarm creation",
             "timestamp":"2026-01-01T00:00:00.000+0000"},
             "configuration":{"metrics":[{"metricStat":{"metric":{"namespace":"AWS/Lambda","name":"Errors",
             "dimensions":{"FunctionName":"work"}},
               "period":60,"stat":"Sum"},"returnData":true}]}}
            """)), detail.ToJsonString());
    }

    private static void AssertDetail(JsonObject received, string members)
    {
        var expected = JsonNode.Parse($$"""
            {"executionArn":"{{Execution}}","stateMachineArn":"{{Machine}}","name":"one","input":"{\"a\":1}",
            "inputDetails":{"included":true},
             "stateMachineVersionArn":null,"stateMachineAliasArn":null,"redriveCount":0,"redriveDate":null,{{members}}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, received["detail"]), received["detail"]!.ToJsonString());
    }

    private string Start(string states, string input, string more = "")
    {
        var machine = _service.CreateStateMachine("m", Workflows.Machine(states, more), Workflows.Role);
        return _service.StartExecution(machine, "one", input).ExecutionArn;
    }

    private Task<ExecutionDescription> RunAsync(string states, string input, string more = "") =>
        _bus.Clock.RunUntilAsync(_service.WhenEndedAsync(Start(states, input, more)));
}
