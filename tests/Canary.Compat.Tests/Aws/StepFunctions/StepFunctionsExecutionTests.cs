using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Compat.Tests.Aws.StepFunctions;

public class StepFunctionsExecutionTests
{
    private const string Machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:canary";
    private const string Execution = "arn:aws:states:eu-west-1:123456789012:execution:canary:r1";
    private static readonly DateTime s_start = new(2025, 11, 23, 12, 0, 0, 500, DateTimeKind.Utc);

    [Fact]
    public async Task StartExecution_Named_SpeaksJson10()
    {
        await using var service =
            await FakeService.Playing(Answer.Json($$"""{"executionArn":"{{Execution}}","startDate":1763899200.5}"""));

        var started = await service.StepFunctions().StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = Machine, Name = "r1", Input = """{"a":1}""" });

        Assert.Equal(("POST", "/"), (service.Only.Method, service.Only.Target));
        Assert.Equal("AWSStepFunctions.StartExecution", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", service.Only.Headers["Content-Type"]);
        Assert.Contains("/eu-west-1/states/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal($$"""{"input":"{\u0022a\u0022:1}","name":"r1","stateMachineArn":"{{Machine}}"}""", service.Only.Text);
        Assert.Equal((Execution, s_start), (started.ExecutionArn, started.StartDate));
        Assert.Equal(DateTimeKind.Utc, started.StartDate!.Value.Kind);
    }

    [Fact]
    public async Task DescribeExecution_Failed_ReadsErrorAndCause()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            $$"""
            {"executionArn":"{{Execution}}","stateMachineArn":"{{Machine}}","name":"r1","status":"FAILED",
             "startDate":1763899200.5,"stopDate":1763899260,
             "input":"{}","inputDetails":{"included":true},"error":"AliasChanged","cause":"c","redriveCount":0,
             "redriveStatus":"REDRIVABLE"}
            """));

        var execution =
            await service.StepFunctions().DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = Execution });

        Assert.Equal("AWSStepFunctions.DescribeExecution", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal($$"""{"executionArn":"{{Execution}}"}""", service.Only.Text);
        Assert.Equal(ExecutionStatus.FAILED, execution.Status);
        Assert.Equal(("r1", "{}", "AliasChanged", "c"), (execution.Name, execution.Input, execution.Error, execution.Cause));
        Assert.Equal(new DateTime(2025, 11, 23, 12, 1, 0, DateTimeKind.Utc), execution.StopDate);
        Assert.Equal((0, true), (execution.RedriveCount, execution.InputDetails.Included));
        Assert.Equal(ExecutionRedriveStatus.REDRIVABLE, execution.RedriveStatus);
        Assert.Null(execution.Output);
    }

    [Fact]
    public async Task DescribeExecution_Running_HasNoStopDate()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"status":"RUNNING","stopDate":null}"""));

        var execution =
            await service.StepFunctions().DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = Execution });

        Assert.Equal(ExecutionStatus.RUNNING, execution.Status);
        Assert.Null(execution.StopDate);
    }

    [Fact]
    public async Task ListExecutions_Filtered_SendsTheFilterAndReadsTheList()
    {
        await using var service = await FakeService.Playing(
            Answer.Json($$"""{"executions":[{"executionArn":"{{Execution}}","name":"r1","status":"TIMED_OUT","startDate":"""
                + $$"""1763899200.5}],"nextToken":"t"}"""),
            Answer.Json("{}"));
        var states = service.StepFunctions();

        var page = await states.ListExecutionsAsync(
            new ListExecutionsRequest
            {
                StateMachineArn = Machine,
                StatusFilter = ExecutionStatus.TIMED_OUT,
                MaxResults = 10,
                NextToken = "s",
            });
        var last = await states.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = Machine });

        Assert.Equal(
            $$"""{"maxResults":10,"nextToken":"s","stateMachineArn":"{{Machine}}","statusFilter":"TIMED_OUT"}""",
            service.Requests[0].Text);
        var item = Assert.Single(page.Executions);
        Assert.Equal(
            (Execution, "r1", ExecutionStatus.TIMED_OUT, s_start),
            (item.ExecutionArn, item.Name, item.Status, item.StartDate));
        Assert.Null(item.StopDate);
        Assert.Equal("t", page.NextToken);
        Assert.Null(last.Executions);
    }

    [Fact]
    public async Task StopExecution_WithCause_SendsIt()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"stopDate":1763899200.5}"""));

        var stopped = await service.StepFunctions()
            .StopExecutionAsync(new StopExecutionRequest { ExecutionArn = Execution, Error = "Stop", Cause = "c" });

        Assert.Equal("AWSStepFunctions.StopExecution", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal($$"""{"cause":"c","error":"Stop","executionArn":"{{Execution}}"}""", service.Only.Text);
        Assert.Equal(s_start, stopped.StopDate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendTask_Token_SendsTheAnswer(bool success)
    {
        await using var service = await FakeService.Playing(Answer.Json("{}"));
        var states = service.StepFunctions();

        if (success)
        {
            await states.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "tok", Output = "1" });
        }
        else
        {
            await states.SendTaskFailureAsync(
                new SendTaskFailureRequest { TaskToken = "tok", Error = "Rejected", Cause = "by bob" });
        }

        Assert.Equal($"AWSStepFunctions.SendTask{(success ? "Success" : "Failure")}", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal(
            success ? """{"output":"1","taskToken":"tok"}""" : """{"cause":"by bob","error":"Rejected","taskToken":"tok"}""",
            service.Only.Text);
    }
}
