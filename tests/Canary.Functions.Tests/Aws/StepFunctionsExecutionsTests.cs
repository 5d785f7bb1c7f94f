using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Functions.Aws;
using Canary.Functions.Reads;
using Canary.Functions.Tests.Fakes;
using static Canary.Functions.Tests.Fakes.FakeStepFunctions;

namespace Canary.Functions.Tests.Aws;

/// <summary>Which executions ended, and what their histories tell.</summary>
public sealed class StepFunctionsExecutionsTests : IDisposable
{
    private const string Variable = "STATE_MACHINE_ARN";

    private static readonly DateTime Since = Stage.Time.UtcDateTime;

    private readonly FakeStepFunctions _aws = new();

    private StepFunctionsExecutions Executions => new(_aws);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("TaskStateEntered")]
    [InlineData("LambdaFunctionScheduled")]
    [InlineData("ExecutionRedriven")]
    [InlineData("ExecutionSucceeded")]
    public async Task FindStopped_TheLastEventIsNoEndWithoutSuccess_IsNone(string last)
    {
        // One that was redriven runs again, and holds the alias: its earlier end must not have the alias taken from it.
        _aws.History.Add(
            [Event(last), Event(HistoryEventType.ExecutionFailed), Entered("Bake", await new Stage().ShiftedAsync())]);

        Assert.Null(await Executions.FindStoppedAsync(Stage.Execution));
    }

    [Fact]
    public async Task FindStopped_ItRuns_ADocumentInItsHistoryIsNoStoppedRollout()
    {
        _aws.History.Add([Entered("Bake", await new Stage().ShiftedAsync())]);

        Assert.Null(await Executions.FindStoppedAsync(Stage.Execution));
    }

    [Theory]
    [InlineData("ExecutionFailed", "FAILED")]
    [InlineData("ExecutionTimedOut", "TIMED_OUT")]
    [InlineData("ExecutionAborted", "ABORTED")]
    public async Task FindStopped_ItEndedWithoutSuccess_IsItsLastStateAndDocument(string last, string status)
    {
        var rollout = await new Stage().ShiftedAsync();
        _aws.History.AddRange(
            [[Event(last), Event(HistoryEventType.WaitStateExited)], [Entered("Bake", rollout), Entered("HoldAlias", null)]]);

        var stopped = await Executions.FindStoppedAsync(Stage.Execution);

        Assert.Equal(
            (status, "Bake", rollout.Internal.Alias.Revision),
            (stopped?.Status, stopped?.State, stopped?.Rollout?.Internal.Alias.Revision));
        Assert.Equal(2, _aws.Pages);
    }

    [Theory]
    [InlineData("BadRelease", "checkout fails", "BadRelease", "checkout fails")]
    [InlineData("", "", null, null)]
    [InlineData(null, null, null, null)]
    public async Task FindStopped_SomebodyStoppedIt_HasTheirWordsAndWhen(string? error, string? cause, string? named, string? why)
    {
        var end = Event(HistoryEventType.ExecutionAborted);
        (end.Timestamp, end.ExecutionAbortedEventDetails) = (Since, new() { Error = error, Cause = cause });
        _aws.History.Add([end, Entered("Bake", await new Stage().ShiftedAsync())]);

        var stopped = await Executions.FindStoppedAsync(Stage.Execution);

        Assert.Equal((named, why, Stage.Time), (stopped?.Error, stopped?.Cause, stopped?.EndedAt));
    }

    [Fact]
    public async Task FindStopped_ItEndedBeforeItsFirstState_HasNoDocument()
    {
        _aws.History.AddRange([[Event(HistoryEventType.ExecutionAborted)], [Event(HistoryEventType.ExecutionStarted)]]);

        Assert.Equal(new("ABORTED", null, null), await Executions.FindStoppedAsync(Stage.Execution));
    }

    [Fact]
    public async Task FindStanding_ItRuns_IsItsStateAndDocument()
    {
        var rollout = await new Stage().ShiftedAsync();
        _aws.History.AddRange([[Event(HistoryEventType.WaitStateExited)], [Entered("Bake", rollout)]]);

        var standing = await Executions.FindStandingAsync(Stage.Execution);

        Assert.Equal(
            (null, "Bake", rollout.Internal.Alias.Revision),
            (standing?.Status, standing?.State, standing?.Rollout?.Internal.Alias.Revision));
        Assert.Equal(2, _aws.Pages);
    }

    [Theory]
    [InlineData("ExecutionSucceeded", "SUCCEEDED")]
    [InlineData("ExecutionAborted", "ABORTED")]
    public async Task FindStanding_ItHasEnded_IsHow(string last, string status)
    {
        _aws.History.Add([Event(last), Entered("Bake", await new Stage().ShiftedAsync())]);

        Assert.Equal(new(status, null, null), await Executions.FindStandingAsync(Stage.Execution));
    }

    [Fact]
    public async Task FindStanding_ADocumentOfAnotherExecution_IsNone()
    {
        _aws.History.Add([Entered("Bake", await new Stage().ShiftedAsync())]);

        Assert.Equal(new(null, "Bake", null), await Executions.FindStandingAsync(Stage.Other));
    }

    [Fact]
    public async Task FindStanding_NothingHasBegunOrIsThere_IsNone()
    {
        Assert.Null(await Executions.FindStandingAsync(Stage.Execution));
        _aws.Fault =
            new ExecutionDoesNotExistException("none", ErrorType.Sender, "ExecutionDoesNotExist", "1", HttpStatusCode.BadRequest);
        Assert.Null(await Executions.FindStandingAsync(Stage.Execution));
    }

    [Fact]
    public async Task FindStopped_NoEvents_IsNone() => Assert.Null(await Executions.FindStoppedAsync(Stage.Execution));

    [Fact]
    public async Task FindStopped_NoSuchExecution_IsNone()
    {
        _aws.Fault =
            new ExecutionDoesNotExistException("none", ErrorType.Sender, "ExecutionDoesNotExist", "1", HttpStatusCode.BadRequest);

        Assert.Null(await Executions.FindStoppedAsync(Stage.Execution));
    }

    [Fact]
    public async Task Find_ItRuns_IsStepFunctionsWord()
    {
        _aws.Status = "RUNNING";

        Assert.Equal("RUNNING", (await Executions.FindAsync(Stage.Execution))?.Status);
    }

    [Fact]
    public async Task Find_NoSuchExecution_IsNone()
    {
        Exception[] faults =
        [
            new ExecutionDoesNotExistException("none", ErrorType.Sender, "ExecutionDoesNotExist", "1", HttpStatusCode.BadRequest),
            new InvalidArnException("no ARN", ErrorType.Sender, "InvalidArn", "1", HttpStatusCode.BadRequest),
        ];
        foreach (var fault in faults)
        {
            _aws.Fault = fault;
            Assert.Null(await Executions.FindAsync(Stage.Execution));
        }
    }

    [Fact]
    public async Task Find_AnyOtherFault_IsNoProofThatThereIsNone()
    {
        _aws.Fault =
            new AmazonStepFunctionsException("odd", ErrorType.Sender, "ValidationException", "1", HttpStatusCode.BadRequest);

        Assert.Same(
            _aws.Fault,
            await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => Executions.FindAsync(Stage.Execution)));
    }

    [Fact]
    public async Task ListStopped_EachStatus_IsWhatEndedSince()
    {
        foreach (var status in (string[])["ABORTED", "TIMED_OUT", "FAILED", "SUCCEEDED"])
        {
            _aws.Lists[status] =
            [
                [Item($"{status}-now", Since, status), Item($"{status}-before", Since.AddSeconds(-1), status)],
                [Item($"{status}-next", Since.AddHours(1), status)],
            ];
        }

        var stopped = await ListAsync();

        Assert.Equal(
            ["ABORTED-now", "ABORTED-next", "TIMED_OUT-now", "TIMED_OUT-next", "FAILED-now", "FAILED-next"],
            stopped.Select(one => one.Execution));
        Assert.Equal(new("ABORTED-now", "ABORTED", Stage.Time.AddHours(-1), Stage.Time), stopped[0]);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public async Task ListStopped_OneBeganBeforeAnyRolloutThatMatters_IsTheLastPage(int secondsBefore, int pages)
    {
        var oldest = Since - Canary.Executions.Sweep.LongestRollout - TimeSpan.FromSeconds(secondsBefore);
        var item = Item("old", Since, "ABORTED");
        item.StartDate = oldest;
        _aws.Lists["ABORTED"] = [[item], [Item("older", Since, "ABORTED")]];

        Assert.Equal(pages, (await ListAsync()).Count);
    }

    [Fact]
    public async Task ListStopped_MorePagesThanAwsTakesAtOnce_StopsThere()
    {
        _aws.Lists["ABORTED"] =
            [.. Enumerable.Range(0, 60).Select(i => (List<ExecutionListItem>)[Item($"{i}", Since, "ABORTED")])];

        // The two other lists are still asked for, one page each.
        Assert.Equal((50, 52), ((await ListAsync()).Count, _aws.Pages));
    }

    private static ExecutionListItem Item(string execution, DateTime ended, string status) =>
        new() { ExecutionArn = execution, Status = status, StartDate = ended.AddHours(-1), StopDate = ended };

    private async Task<IReadOnlyList<Executions.EndedExecution>> ListAsync()
    {
        Environment.SetEnvironmentVariable(Variable, "arn:aws:states:us-east-1:123456789012:stateMachine:canary");
        return await new EndedReader(Executions).ReadAsync(Stage.Time, new(), new Stage().Patience, []);
    }
}
