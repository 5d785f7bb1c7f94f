using System.Text.Json;
using Canary.Aliases;
using Canary.Answers;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class ApproveFunctionTests
{
    private static readonly Rollout Asked = new()
    {
        Reason = "",
        Outcome = Outcome.InProgress,
        SchemaVersion = Rollout.Schema,
        Function = "orders",
        Alias = "live",
        Execution = Stage.Execution,
        StartedAt = Stage.Time,
        StableVersion = "3",
        CandidateVersion = "4",
        Steps = [new(Weight.FromPercent(10), 60) { ApprovalSeconds = 60 }, new(Weight.Full, 0)],
        Plan = new(),
        Internal = new()
        {
            Next = NextState.AwaitApproval,
            CurrentStep = 0,
            Alias = new(),
            ApprovalRequest = new(1, Weight.FromPercent(10), Stage.Time),
        },
    };

    private static readonly PendingApproval Between = new("CheckHealth", Asked, null, null);

    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task Approve_TheExecutionWaits_AnswersWithItsToken()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));

        var given = await ApproveAsync(approvals, ""","approve":false,"reason":"too slow" """);

        Assert.Equal(
            """
            {"accepted":true,"message":"alice rejected step 1 of 2 of orders:live, 10 % at version 4: too slow.
             All traffic goes back to version 3.","approved":false,
            "function":"orders","alias":"live","step":1,"weight":10,"version":"4","by":"alice","reason":"too slow"}
            """.Replace("\n", "", StringComparison.Ordinal),
            JsonSerializer.Serialize(given, CanaryJson.Relaxed.ApproveAnswer));
        Assert.Equal(("token-1", """{"approved":false,"by":"alice","reason":"too slow"}"""), Assert.Single(approvals.Answers));
        Assert.Equal(TimeSpan.Zero, _time.Waited);
    }

    [Fact]
    public async Task Approve_TheTokenHasJustExpired_LooksAgainForTheNext()
    {
        var approvals = new FakeApprovals(Waiting("token-1"), Between, Waiting("token-2")) { Expired = { "token-1" } };

        var given = await ApproveAsync(approvals);

        Assert.Equal(
            (true, "alice approved step 1 of 2 of orders:live, 10 % at version 4. "
                + "The rollout goes on if the next health check finds nothing wrong."), (given.Accepted, given.Message));
        Assert.Equal(("token-2", 3), (Assert.Single(approvals.Answers).TaskToken, approvals.Looks));
    }

    [Theory]
    [InlineData("Bake", null, "does not wait for approval: it is in the state Bake.")]
    [InlineData(null, "ABORTED", "has ended as ABORTED.")]
    [InlineData(null, null, "does not exist, or has not begun. Check its ARN.")]
    public async Task Approve_NothingWaits_SaysHowTheExecutionStands(string? state, string? status, string stands)
    {
        var approvals = new FakeApprovals(new PendingApproval(state, null, null, status));

        var refused = await ApproveAsync(approvals);

        Assert.Equal(
            new ApproveAnswer(false, $"Nothing was approved or rejected. The execution {Stage.Execution} {stands}"),
            refused);
        Assert.Equal(1, approvals.Looks);
    }

    [Fact]
    public async Task Approve_NoTokenEverHolds_GivesUpInTime()
    {
        var approvals = new FakeApprovals(Between);

        var refused = await ApproveAsync(approvals);

        Assert.False(refused.Accepted);
        Assert.Contains(
            "took no answer in many tries: it is in the state CheckHealth. Try again.",
            refused.Message,
            StringComparison.Ordinal);
        Assert.InRange(_time.Waited, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Approve_Throttled_TriesAgain()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));
        for (var i = 0; i < 8; i++) approvals.Faults.Enqueue(new Throttled("ThrottlingException: Rate exceeded"));

        Assert.True((await ApproveAsync(approvals)).Accepted);

        Assert.Equal(("token-1", 1), (Assert.Single(approvals.Answers).TaskToken, approvals.Looks));
        Assert.InRange(_time.Waited, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Approve_ThrottledForGood_IsASentenceInTime()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));
        for (var i = 0; i < 100; i++) approvals.Faults.Enqueue(new Throttled("ThrottlingException: Rate exceeded"));

        var refused = await ApproveAsync(approvals);

        Assert.Equal((false, 0), (refused.Accepted, approvals.Answers.Count));
        Assert.StartsWith(
            "Nothing was approved or rejected. AWS Step Functions takes no more calls of this account for the moment",
            refused.Message,
            StringComparison.Ordinal);
        Assert.InRange(_time.Waited, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Approve_NoAnswer_DoesNotSayThatNothingWasApproved()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));
        approvals.Faults.Enqueue(new CallFailed("InternalFailure: oops"));

        var unknown = await ApproveAsync(approvals);

        Assert.False(unknown.Accepted);
        Assert.StartsWith("It is not known whether the word was taken", unknown.Message, StringComparison.Ordinal);
        Assert.EndsWith("AWS says: InternalFailure: oops", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AFaultyInput_LooksNowhere()
    {
        var approvals = new FakeApprovals(Waiting("token-1"));

        var refused = await ApproveAsync(approvals, ""","approve":"yes" """);

        Assert.Equal((false, 0), (refused.Accepted, approvals.Looks));
        Assert.StartsWith(
            "Nothing was approved or rejected. approve is \"yes\". It must be true", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The execution of another state machine, account or Region: the role may not read it.</summary>
    [Fact]
    public async Task Approve_AnExecutionThatItMayNotRead_IsAnAnswerAndNoFault()
    {
        var refused = await ApproveAsync(new FakeApprovals(Between) { Denial = "User: x is not authorized" });

        Assert.False(refused.Accepted);
        Assert.EndsWith("Check its ARN. AWS says: User: x is not authorized", refused.Message, StringComparison.Ordinal);
    }

    private static PendingApproval Waiting(string token) => new("AwaitApproval", Asked, token, null);

    private Task<ApproveAnswer> ApproveAsync(FakeApprovals approvals, string more = "")
    {
        var input = JsonSerializer.Deserialize<JsonElement>($$"""{"execution":"{{Stage.Execution}}","by":"alice"{{more}}}""");
        return new ApproveFunction(approvals, _time).Approve(input, Stage.Context);
    }
}
