using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Compat.Tests.Aws.StepFunctions;

public class StepFunctionsHistoryTests
{
    private const string Events = """
        [{"timestamp":1763899200.5,"type":"ExecutionStarted","id":1,"previousEventId":0,
          "executionStartedEventDetails":{"input":"{}","inputDetails":{"truncated":false},"roleArn":"arn:r"}},
         {"timestamp":1763899201,"type":"TaskStateEntered","id":2,"previousEventId":1,
          "stateEnteredEventDetails":{"name":"ShiftWeight","input":"{}"}},
         {"timestamp":1763899201,"type":"TaskScheduled","id":3,"previousEventId":2,
          "taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke.waitForTaskToken","region":"eu-west-1",
          "parameters":"{}","timeoutInSeconds":60}},
         {"timestamp":1763899202,"type":"TaskFailed","id":4,"previousEventId":3,
          "taskFailedEventDetails":{"resourceType":"lambda","resource":"invoke","error":"AliasChanged","cause":"c"}},
         {"timestamp":1763899202,"type":"TaskTimedOut","id":5,"previousEventId":3,
          "taskTimedOutEventDetails":{"error":"States.Timeout"}},
         {"timestamp":1763899202,"type":"TaskSucceeded","id":6,"previousEventId":3,
          "taskSucceededEventDetails":{"output":"{}","resource":"invoke"}},
         {"timestamp":1763899203,"type":"TaskStateExited","id":7,"previousEventId":6,
          "stateExitedEventDetails":{"name":"ShiftWeight","output":"{\"a\":1}","outputDetails":{"truncated":true}}},
         {"timestamp":1763899204,"type":"ExecutionAborted","id":8,"previousEventId":0,
          "executionAbortedEventDetails":{"error":"e","cause":"c"}}]
        """;

    [Fact]
    public async Task GetExecutionHistory_Reversed_SendsTheWish()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"events":[]}"""));

        var history = await service.StepFunctions().GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest
            {
                ExecutionArn = "arn:e",
                ReverseOrder = true,
                MaxResults = 1000,
                IncludeExecutionData = false,
                NextToken = "t",
            });

        Assert.Equal("AWSStepFunctions.GetExecutionHistory", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal(
            """{"executionArn":"arn:e","includeExecutionData":false,"maxResults":1000,"nextToken":"t","reverseOrder":true}""",
            service.Only.Text);
        Assert.Empty(history.Events);
        Assert.Null(history.NextToken);
    }

    [Fact]
    public async Task GetExecutionHistory_Events_KeepOrderAndDetails()
    {
        await using var service = await FakeService.Playing(Answer.Json($$"""{"events":{{Events}}}"""));

        var events = (await service.StepFunctions()
            .GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = "arn:e" })).Events;

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], events.Select(each => each.Id));
        Assert.Equal(HistoryEventType.ExecutionStarted, events[0].Type);
        Assert.Equal(new DateTime(2025, 11, 23, 12, 0, 0, 500, DateTimeKind.Utc), events[0].Timestamp);
        Assert.Equal(("{}", "arn:r", false), Started(events[0].ExecutionStartedEventDetails));
        Assert.Equal("ShiftWeight", events[1].StateEnteredEventDetails.Name);
        var scheduled = events[2].TaskScheduledEventDetails;
        Assert.Equal(
            ("lambda", "invoke.waitForTaskToken", "eu-west-1", 60L),
            (scheduled.ResourceType, scheduled.Resource, scheduled.Region, scheduled.TimeoutInSeconds));
        Assert.Equal(("AliasChanged", "c"), (events[3].TaskFailedEventDetails.Error, events[3].TaskFailedEventDetails.Cause));
        Assert.Equal("States.Timeout", events[4].TaskTimedOutEventDetails.Error);
        Assert.Equal("{}", events[5].TaskSucceededEventDetails.Output);
        Assert.Equal(
            ("""{"a":1}""", true),
            (events[6].StateExitedEventDetails.Output, events[6].StateExitedEventDetails.OutputDetails.Truncated));
        Assert.Equal("e", events[7].ExecutionAbortedEventDetails.Error);
        Assert.All(events.Skip(1), each => Assert.Null(each.ExecutionStartedEventDetails));
    }

    private static (string Input, string Role, bool? Truncated) Started(ExecutionStartedEventDetails details) =>
        (details.Input, details.RoleArn, details.InputDetails.Truncated);
}
