using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Aliases;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;
using static Canary.Functions.Tests.Fakes.FakeStepFunctions;

namespace Canary.Functions.Tests.Aws;

/// <summary>What an execution's history says of a person's word that it waits for.</summary>
public sealed class StepFunctionsApprovalsTests : IDisposable
{
    private const string Token = """{"FunctionName":"AwaitApproval","Payload":{"taskToken":"newest"}}""";

    private readonly FakeStepFunctions _aws = new();

    private StepFunctionsApprovals Approvals => new(_aws);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Find_ItWaits_IsTheNewestToken()
    {
        _aws.History.AddRange([
            [Scheduled(Token)],
            [Scheduled(Token.Replace("newest", "older", StringComparison.Ordinal)), Entered("AwaitApproval", await AskedAsync())],
        ]);

        var pending = await Approvals.FindAsync(Stage.Execution);

        Assert.Equal(("AwaitApproval", true, "newest", null), (pending.State, pending.Waits, pending.TaskToken, pending.Status));
    }

    [Fact]
    public async Task Approve_ItWaitsForNobody_GivesNoAnswerToAnothersToken()
    {
        // Another task has a token too: Approve must not answer in its place.
        _aws.History.Add([Scheduled(Token), Entered("RunHook", await new Stage().ShiftedAsync())]);
        var input = JsonSerializer.Deserialize<JsonElement>($$"""{"execution":"{{Stage.Execution}}","by":"alice"}""");

        var answer = await new ApproveFunction(Approvals, new ImpatientTime()).Approve(input, Stage.Context);

        Assert.False(answer.Accepted);
        Assert.Contains("does not wait for approval: it is in the state RunHook.", answer.Message, StringComparison.Ordinal);
        Assert.Null(_aws.Sent);
    }

    [Theory]
    [InlineData("""{"Payload":{"other":1}}""")]
    [InlineData("""{"Payload":null}""")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public async Task Find_AnotherTasksParameters_HaveNoToken(string parameters)
    {
        _aws.History.Add([Scheduled(parameters), Entered("CheckHealth", await AskedAsync())]);

        var pending = await Approvals.FindAsync(Stage.Execution);

        Assert.Equal(("CheckHealth", true, null), (pending.State, pending.Waits, pending.TaskToken));
    }

    [Theory]
    [InlineData("ExecutionSucceeded", "SUCCEEDED")]
    [InlineData("ExecutionFailed", "FAILED")]
    [InlineData("ExecutionTimedOut", "TIMED_OUT")]
    [InlineData("ExecutionAborted", "ABORTED")]
    public async Task Find_ItHasEnded_WaitsNoMoreWhateverItWaitedFor(string last, string status)
    {
        _aws.History.Add([Event(last), Scheduled(Token), Entered("AwaitApproval", await AskedAsync())]);

        Assert.Equal(new(null, null, null, status), await Approvals.FindAsync(Stage.Execution));
    }

    [Fact]
    public async Task Find_ADocumentOfAnotherExecution_WaitsForNothing()
    {
        _aws.History.Add([Scheduled(Token), Entered("AwaitApproval", await AskedAsync())]);

        Assert.False((await Approvals.FindAsync(Stage.Other)).Waits);
    }

    [Fact]
    public async Task Find_ItHasEnteredNoStateYet_WaitsForNothing()
    {
        _aws.History.AddRange([[], [Event(HistoryEventType.ExecutionStarted)]]);

        Assert.Equal(new(null, null, null, null), await Approvals.FindAsync(Stage.Execution));
        Assert.Equal(2, _aws.Pages);
    }

    [Fact]
    public async Task Find_NoSuchExecution_WaitsForNothing()
    {
        Exception[] faults =
        [
            new ExecutionDoesNotExistException("none", ErrorType.Sender, "ExecutionDoesNotExist", "1", HttpStatusCode.BadRequest),
            new InvalidArnException("no ARN", ErrorType.Sender, "InvalidArn", "1", HttpStatusCode.BadRequest),
        ];
        foreach (var fault in faults)
        {
            _aws.Fault = fault;
            Assert.Equal(new(null, null, null, null), await Approvals.FindAsync(Stage.Execution));
        }
    }

    [Fact]
    public async Task Find_AnyOtherFault_IsTold()
    {
        _aws.Fault =
            new AmazonStepFunctionsException("odd", ErrorType.Sender, "ValidationException", "1", HttpStatusCode.BadRequest);

        Assert.Same(
            _aws.Fault,
            await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => Approvals.FindAsync(Stage.Execution)));
    }

    [Fact]
    public async Task Answer_TheTokenHolds_IsSent()
    {
        Assert.True(await Approvals.AnswerAsync("token", "{}"));
        Assert.Equal(("token", "{}"), (_aws.Sent!.TaskToken, _aws.Sent.Output));
    }

    [Fact]
    public async Task Answer_TheTokenHoldsNoMore_IsFalse()
    {
        Exception[] faults =
        [
            new TaskTimedOutException("gone", ErrorType.Sender, "TaskTimedOut", "1", HttpStatusCode.BadRequest),
            new TaskDoesNotExistException("gone", ErrorType.Sender, "TaskDoesNotExist", "1", HttpStatusCode.BadRequest),
        ];
        foreach (var fault in faults)
        {
            _aws.Fault = fault;
            Assert.False(await Approvals.AnswerAsync("token", "{}"));
        }
    }

    [Fact]
    public async Task Answer_AnyOtherFault_IsTold()
    {
        _aws.Fault = new InvalidOutputException("odd", ErrorType.Sender, "InvalidOutput", "1", HttpStatusCode.BadRequest);

        Assert.Same(_aws.Fault, await Assert.ThrowsAsync<InvalidOutputException>(() => Approvals.AnswerAsync("token", "{}")));
    }

    private static async Task<Rollout> AskedAsync() =>
        Stage.Noted(await new Stage().ShiftedAsync(), own => own with { ApprovalRequest = new(1, Weight.Full, Stage.Time) });
}
