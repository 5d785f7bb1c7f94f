using System.Text.Json.Nodes;

namespace Canary.Local.Tests.StepFunctions.Api;

public sealed class StepFunctionsApiTests : IAsyncLifetime
{
    private const string Definition =
        """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":90,"Next":"B"},"B":{"Type":"Succeed"}}}""";

    private readonly Workflows _workflows = new();
    private StepFunctionsWire _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await StepFunctionsWire.StartAsync(_workflows);

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task Rollout_OverTheWire_IsCreatedStartedWatchedAndEnded()
    {
        var machine = await CallAsync(
            "CreateStateMachine", new JsonObject { ["name"] = "m", ["definition"] = Definition, ["roleArn"] = Workflows.Role });
        Assert.Equal(
            """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m","creationDate":1767225600}""",
            machine.ToJsonString());
        var arn = (string)machine["stateMachineArn"]!;
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddMilliseconds(123));

        var started = await CallAsync(
            "StartExecution", new JsonObject { ["stateMachineArn"] = arn, ["name"] = "one", ["input"] = """{"a":1}""" });
        Assert.Equal(
            """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:m:one","startDate":1767225600.123}""",
            started.ToJsonString());
        var execution = new JsonObject { ["executionArn"] = (string)started["executionArn"]! };
        await _workflows.EndAsync((string)started["executionArn"]!);

        Assert.Equal(
            """
            {"executionArn":"arn:aws:states:us-east-1:123456789012:execution:m:one",
            "stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m",
            "name":"one","status":"SUCCEEDED","startDate":1767225600.123,"stopDate":1767225690.123,"redriveCount":0,
            "input":"{\u0022a\u0022:1}",
            "inputDetails":{"included":true},"output":"{\u0022a\u0022:1}","outputDetails":{"included":true},
            "redriveStatus":"NOT_REDRIVABLE",
            "redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}
            """.ReplaceLineEndings(""),
            (await CallAsync("DescribeExecution", execution)).ToJsonString());
        var events = (await CallAsync("GetExecutionHistory", execution))["events"]!.AsArray();
        Assert.Equal(6, events.Count);
        Assert.Equal(
            """
            {"timestamp":1767225600.123,"type":"WaitStateEntered","id":2,"previousEventId":0,
            "stateEnteredEventDetails":{"name":"A","input":"{\u0022a\u0022:1}","inputDetails":{"truncated":false}}}
            """.ReplaceLineEndings(""),
            events[1]!.ToJsonString());
        var list = await CallAsync(
            "ListExecutions", new JsonObject { ["stateMachineArn"] = arn, ["statusFilter"] = "SUCCEEDED" });
        Assert.Equal("one", (string)list["executions"]![0]!["name"]!);
        Assert.Equal(arn, (string)(await CallAsync("ListStateMachines", []))["stateMachines"]![0]!["stateMachineArn"]!);
    }

    [Fact]
    public async Task History_InPages_IsWholeInBothOrders()
    {
        var run = await _workflows.RunAsync(""" "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"} """);

        Assert.Equal([1, 2, 3, 4, 5, 6], await PagesAsync(run.ExecutionArn, reverse: false));
        Assert.Equal([6, 5, 4, 3, 2, 1], await PagesAsync(run.ExecutionArn, reverse: true));
    }

    [Fact]
    public async Task History_WithoutExecutionData_HasNoInputsAndOutputs()
    {
        var run = await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """);

        var answer = await CallAsync(
            "GetExecutionHistory", new JsonObject { ["executionArn"] = run.ExecutionArn, ["includeExecutionData"] = false });

        Assert.Equal("""{"name":"A"}""", answer["events"]![1]!["stateEnteredEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task DescribeStateMachineForExecution_OverTheWire_TellsItsConfigurations()
    {
        var run = await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """);

        var machine = await CallAsync("DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = run.ExecutionArn });

        Assert.Equal("""{"level":"OFF","includeExecutionData":false}""", machine["loggingConfiguration"]!.ToJsonString());
        Assert.Equal("""{"enabled":false}""", machine["tracingConfiguration"]!.ToJsonString());
    }

    [Fact]
    public async Task Describe_OfOneThatTimedOut_HasNeitherErrorNorCause()
    {
        var run = await _workflows.RunAsync(""" "A":{"Type":"Wait","Seconds":90,"End":true} """, more: "\"TimeoutSeconds\":5,");

        var description = await CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = run.ExecutionArn });

        Assert.Equal(
            ("TIMED_OUT", false, false),
            ((string)description["status"]!, description.ContainsKey("error"), description.ContainsKey("cause")));
    }

    [Fact]
    public async Task History_OfAFunctionAsTheResource_HasNoDetailsOfItsStart()
    {
        _workflows.Functions.Answers("7");
        var run = await _workflows.RunAsync(
            """ "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true} """);

        var events =
            (await CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = run.ExecutionArn }))["events"]!.AsArray();

        Assert.Equal(
            """{"resource":"arn:aws:lambda:us-east-1:123456789012:function:work","input":"{}","inputDetails":"""
                + """{"truncated":false}}""",
            events[2]!["lambdaFunctionScheduledEventDetails"]!.ToJsonString());
        Assert.Equal(
            """{"timestamp":1767225600,"type":"LambdaFunctionStarted","id":4,"previousEventId":3}""", events[3]!.ToJsonString());
        Assert.Equal(
            """{"output":"7","outputDetails":{"truncated":false}}""",
            events[4]!["lambdaFunctionSucceededEventDetails"]!.ToJsonString());
    }

    [Fact]
    public async Task Stop_OverTheWire_AnswersTheStopDate()
    {
        var arn = _workflows.Begin(""" "A":{"Type":"Wait","Seconds":90,"End":true} """);

        var stopped = await CallAsync(
            "StopExecution", new JsonObject { ["executionArn"] = arn, ["error"] = "E", ["cause"] = "C" });

        Assert.Equal("""{"stopDate":1767225600}""", stopped.ToJsonString());
        var description = await CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = arn });
        string[] members = ["status", "error", "cause", "redriveStatus"];
        Assert.Equal(["ABORTED", "E", "C", "REDRIVABLE"], members.Select(member => (string)description[member]!));
    }

    private async Task<List<int>> PagesAsync(string arn, bool reverse)
    {
        var ids = new List<int>();
        for (string? token = null; ;)
        {
            var request = new JsonObject
            {
                ["executionArn"] = arn,
                ["maxResults"] = 4,
                ["reverseOrder"] = reverse,
                ["nextToken"] = token,
            };
            var page = await CallAsync("GetExecutionHistory", request);
            ids.AddRange(page["events"]!.AsArray().Select(one => (int)one!["id"]!));
            token = (string?)page["nextToken"];
            if (token is null) return ids;
        }
    }

    private async Task<JsonObject> CallAsync(string operation, JsonObject body)
    {
        using var response = await _wire.SendAsync(operation, body.ToJsonString(), signed: true);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType!.ToString());
        return JsonNode.Parse(text)!.AsObject();
    }
}
