using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Canary.Approvals;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class ApproveFunctionTests
{
    private static readonly PendingApproval Between = new("CheckHealth", true, null, null);

    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task Approve_TheExecutionWaits_AnswersWithItsToken()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));

        var given = await ApproveAsync(approvals, ""","approve":false,"reason":"too slow" """);

        Assert.Equal(new ApprovalOutput(false, "alice", "too slow"), given);
        Assert.Equal(("token-1", """{"approved":false,"by":"alice","reason":"too slow"}"""), Assert.Single(approvals.Answers));
        Assert.Equal(TimeSpan.Zero, _time.Waited);
    }

    [Fact]
    public async Task Approve_TheTokenHasJustExpired_LooksAgainForTheNext()
    {
        var approvals = new FakeApprovals(Waiting("token-1"), Between, Waiting("token-2")) { Expired = { "token-1" } };

        await ApproveAsync(approvals);

        Assert.Equal(("token-2", 3), (Assert.Single(approvals.Answers).TaskToken, approvals.Looks));
    }

    [Theory]
    [InlineData("Bake", null, "does not wait for approval: it is in the state Bake.")]
    [InlineData(null, "ABORTED", "has ended as ABORTED.")]
    [InlineData(null, null, "does not exist, or has not begun. Check its ARN.")]
    public async Task Approve_NothingWaits_SaysHowTheExecutionStands(string? state, string? status, string stands)
    {
        var approvals = new FakeApprovals(new PendingApproval(state, false, null, status));

        var refused = await Assert.ThrowsAsync<NothingToApproveException>(() => ApproveAsync(approvals));

        Assert.Equal($"Nothing was approved. The execution {Stage.Execution} {stands}", refused.Message);
        Assert.Equal(1, approvals.Looks);
    }

    [Fact]
    public async Task Approve_NoTokenEverHolds_GivesUpInTime()
    {
        var approvals = new FakeApprovals(Between);

        var refused = await Assert.ThrowsAsync<NothingToApproveException>(() => ApproveAsync(approvals));

        Assert.Contains("took no answer in many tries: it is in the state CheckHealth. Try again.", refused.Message, StringComparison.Ordinal);
        Assert.InRange(_time.Waited, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Approve_AFaultyInput_LooksNowhere()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));

        await Assert.ThrowsAsync<InvalidApprovalException>(() => ApproveAsync(approvals, ""","approve":"yes" """));

        Assert.Equal(0, approvals.Looks);
    }

    [Fact]
    public async Task AwaitApproval_AToken_TellsWhatToDo()
    {
        var logger = new TestLambdaLogger();
        var rollout = await new Stage().ShiftedAsync() with { ApprovalRequest = new(1, Canary.Rollouts.Weight.Full, Stage.Time) };

        var words = new AwaitApprovalFunction().AwaitApproval(new(rollout, Stage.Time, "token"), new TestLambdaContext { Logger = logger });

        Assert.Contains("To reject: aws lambda invoke --function-name Approve", words, StringComparison.Ordinal);
        Assert.Contains(words, logger.Buffer.ToString(), StringComparison.Ordinal);
    }

    private static PendingApproval Waiting(string token) => new("AwaitApproval", true, token, null);

    private Task<ApprovalOutput> ApproveAsync(FakeApprovals approvals, string more = "")
    {
        var input = JsonSerializer.Deserialize<JsonElement>($$"""{"execution":"{{Stage.Execution}}","by":"alice"{{more}}}""");
        return new ApproveFunction(approvals, _time).Approve(input, Stage.Context);
    }
}
