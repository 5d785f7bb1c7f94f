using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Approvals;
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
        _aws.History.AddRange([[Scheduled(Token)], [Scheduled(Token.Replace("newest", "older", StringComparison.Ordinal)), Entered("AwaitApproval", await AskedAsync())]]);

        Assert.Equal(new PendingApproval("AwaitApproval", true, "newest", null), await Approvals.FindAsync(Stage.Execution));
    }

    [Fact]
    public async Task Find_ItWaitsForNobody_HasATokenThatIsNoApprovals()
    {
        // A hook, too, is given a token: Approve must not answer in its place.
        _aws.History.Add([Scheduled(Token), Entered("RunHook", await new Stage().ShiftedAsync())]);

        var pending = await Approvals.FindAsync(Stage.Execution);

        Assert.Equal(new("RunHook", false, "newest", null), pending);
        var refused = await Assert.ThrowsAsync<NothingToApproveException>(
            () => new ApproveFunction(Approvals, new ImpatientTime()).Approve(Input(), Stage.Context));
        Assert.Contains("does not wait for approval: it is in the state RunHook.", refused.Message, StringComparison.Ordinal);
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

        Assert.Equal(new("CheckHealth", true, null, null), await Approvals.FindAsync(Stage.Execution));
    }

    [Theory]
    [InlineData("ExecutionSucceeded", "SUCCEEDED")]
    [InlineData("ExecutionFailed", "FAILED")]
    [InlineData("ExecutionTimedOut", "TIMED_OUT")]
    [InlineData("ExecutionAborted", "ABORTED")]
    public async Task Find_ItHasEnded_WaitsNoMoreWhateverItWaitedFor(string last, string status)
    {
        _aws.History.Add([Event(last), Scheduled(Token), Entered("AwaitApproval", await AskedAsync())]);

        Assert.Equal(new(null, false, null, status), await Approvals.FindAsync(Stage.Execution));
    }

    [Fact]
    public async Task Find_ADocumentOfAnotherExecution_WaitsForNothing()
    {
        _aws.History.Add([Scheduled(Token), Entered("AwaitApproval", await AskedAsync())]);

        Assert.False((await Approvals.FindAsync(Stage.Other)).Waits);
    }

    [Fact]
    public async Task Find_NoSuchExecution_WaitsForNothing()
    {
        _aws.Fault = new ExecutionDoesNotExistException("none", ErrorType.Sender, "ExecutionDoesNotExist", "1", HttpStatusCode.BadRequest);

        Assert.Equal(new(null, false, null, null), await Approvals.FindAsync(Stage.Execution));
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

    private static JsonElement Input() =>
        JsonSerializer.Deserialize<JsonElement>($$"""{"execution":"{{Stage.Execution}}","by":"alice"}""");

    private static async Task<Rollout> AskedAsync() =>
        await new Stage().ShiftedAsync() with { ApprovalRequest = new(1, Weight.Full, Stage.Time) };
}
