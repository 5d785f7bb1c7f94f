using System.Text.Json;
using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class CheckHookTests
{
    private const string Yes = """{ "status": "Succeeded" }""";

    private static readonly Step[] Steps = [Given.Step(100, 0)];

    [Theory]
    [InlineData(false, NextState.BeforeAllowTraffic, NextState.AfterAllowTraffic)]
    [InlineData(true, NextState.BeforeAllowTrafficCallback, NextState.AfterAllowTrafficCallback)]
    public void Hooks_BothNamed_ComeBeforeTheFirstShiftAndAfterThePromotion(bool callback, NextState first, NextState second)
    {
        var before = Before(callback);
        var between = CheckHook.Answered(before.Note(own => own with { Answer = Json(Yes) }), Given.Time);
        var after = Promoted(between);
        var end = CheckHook.Answered(after.Note(own => own with { Answer = Json(Yes) }), Given.Time);

        Assert.Equal((first, NextState.Promote), (before.Decision.Next, between.Decision.Next));
        Assert.Equal((second, NextState.FreeAlias), (after.Decision.Next, end.Decision.Next));
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:orders:4", before.CandidateArn);
        Assert.Equal(
            "The hook BeforeAllowTraffic (check) succeeded.",
            Assert.Single(end.Story, entry => entry.State == "BeforeAllowTraffic").Text);
        Assert.StartsWith(
            "Promoted orders:live to version 4, with all traffic (version 3 before).", end.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Hooks_AfterThePromotion_TheBakeFollows()
    {
        var after =
            Promoted(With(Given.Ready(Given.Step(100, 0), Given.Step(100, 60) with { AfterPromotion = true }), Both(false)));

        var baking = CheckHook.Answered(after, Given.Time.AddSeconds(30));

        Assert.Equal((NextState.AfterAllowTraffic, NextState.Bake), (after.Decision.Next, baking.Decision.Next));
        Assert.Equal((1, Given.Time.AddSeconds(30)), (baking.Internal.CurrentStep, baking.Steps[1].StartedAt));
    }

    [Theory]
    [InlineData(Yes)]
    [InlineData("""{ "status": "Succeeded", "reason": "8 of 8 calls", "calls": 8 }""")]
    public void Answered_ASuccess_GoesOnInEitherForm(string answer)
    {
        Assert.Equal(
            NextState.Promote,
            Answered(false, $$"""{ "ExecutedVersion": "$LATEST", "Payload": {{answer}} }""").Decision.Next);
        Assert.Equal(NextState.Promote, Answered(true, answer).Decision.Next);
    }

    /// <summary>What a function returns need not be meant for Canary. What is sent with a task's token is.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "statusCode": 200, "body": "hello" }""")]
    public void Answered_WithoutAStatus_IsNoFailureWhereItIsReturnedAndNoSuccessWhereItCallsBack(string answer)
    {
        Assert.Equal(NextState.Promote, Answered(false, $$"""{ "Payload": {{answer}} }""").Decision.Next);
        var calledBack = Answered(true, answer);

        Assert.Equal(NextState.Rollback, calledBack.Decision.Next);
        Assert.Contains(
            $"answered {answer}, which is not understood. It must be {{\"status\": \"Succeeded\"}}",
            calledBack.Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Failed\"")]
    [InlineData("\"fine\"")]
    [InlineData("false")]
    [InlineData("[1]")]
    [InlineData("""{ "Status": "Failed" }""")]
    [InlineData("""{ "Status": "Succeeded" }""")]
    [InlineData("""{ "status": "Failed", "status": "Succeeded" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void Answered_WhatIsNotUnderstood_IsAFailureInEitherForm(string answer)
    {
        foreach (var rollout in new[] { Answered(false, $$"""{ "Payload": {{answer}} }"""), Answered(true, answer) })
        {
            Assert.Equal(NextState.Rollback, rollout.Decision.Next);
            Assert.Contains($"answered {answer}, which is not understood.", rollout.Reason, StringComparison.Ordinal);
            Assert.Contains("which is not understood", rollout.Story[^1].Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "status": "Failed", "reason": "3 of 8 calls" }""", "failed: 3 of 8 calls")]
    [InlineData("""{ "status": "Failed" }""", "failed: it gave no reason.")]
    [InlineData("""{ "status": "Failed", "reason": { "calls": 3 } }""", "failed: { \"calls\": 3 }")]
    [InlineData("""{ "status": "Failed", "reason": "\ud800" }""", "failed: \"\\ud800\"")]
    [InlineData("""{ "status": "Failed", "reason": "no\u202e\n\u0000" }""", "failed: no\\u202e\\n\\u0000")]
    [InlineData("""{ "status": "O\u202eK" }""", "answered the status \"O\\u202eK\".")]
    [InlineData("""{ "status": "Rejected" }""", "answered the status \"Rejected\".")]
    [InlineData("""{ "status": "failed" }""", "answered the status \"failed\".")]
    [InlineData("""{ "status": "OK" }""", "answered the status \"OK\". It must be \"Succeeded\" or \"Failed\".")]
    [InlineData("""{ "status": 200 }""", "answered the status 200.")]
    [InlineData("""{ "status": null }""", "answered the status null.")]
    public void Answered_AFailure_RollsBackAndNamesTheHookAndWhy(string answer, string why)
    {
        foreach (var rollout in new[] { Answered(false, $$"""{ "Payload": {{answer}} }"""), Answered(true, answer) })
        {
            Assert.Equal(NextState.Rollback, rollout.Decision.Next);
            Assert.StartsWith($"The hook BeforeAllowTraffic (check) {why}", rollout.Reason, StringComparison.Ordinal);
            var ended = Rollback.RolledBack(rollout, RollbackMove.Restore, new(new("3"), "r"), Given.Time);
            Assert.Equal((Outcome.RolledBack, (JsonElement?)null), (ended.Outcome, ended.Internal.Answer));
            Assert.StartsWith(
                $"Rolled back orders:live to version 3 (version 4 rejected): the hook BeforeAllowTraffic (check) {why}",
                ended.Reason,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false, "States.Timeout", null, "did not answer within 60 s.")]
    [InlineData(true, "States.Timeout", null, "was not called back for within 60 s.")]
    [InlineData(
        false, "States.DataLimitExceeded", "The state/task returned a result…", "answered more than Step Functions takes")]
    [InlineData(
        false,
        "Lambda.ResourceNotFoundException",
        "Function not found: check",
        "does not exist any more: Function not found: check")]
    [InlineData(
        false,
        "Lambda.AWSLambdaException",
        "User: x is not authorized to perform: lambda:InvokeFunction",
        "may not be invoked by the state machine. Check the stack's HookFunctionPattern: User: x")]
    [InlineData(false, "States.Permissions", "no", "may not be invoked by the state machine.")]
    [InlineData(
        false,
        "Lambda.TooManyRequestsException",
        "Rate Exceeded.",
        "could not be invoked: Lambda.TooManyRequestsException: Rate Exceeded.")]
    [InlineData(
        false,
        "AssertionError",
        """{"errorMessage":"3 of 8 calls","errorType":"AssertionError"}""",
        "failed with AssertionError: 3 of 8 calls")]
    [InlineData(true, "Smoke", "3 of 8 calls", "failed with Smoke: 3 of 8 calls")]
    [InlineData(true, null, null, "failed without a word.")]
    [InlineData(true, "", "3 of 8 calls", "failed: 3 of 8 calls")]
    public void Answered_AnError_RollsBackAndSaysWhatCameInsteadOfAnAnswer(
        bool callback, string? error, string? cause, string why)
    {
        var rollout = CheckHook.Answered(Before(callback) with { Error = new(error!, cause) }, Given.Time);

        Assert.Equal((NextState.Rollback, (CaughtError?)null), (rollout.Decision.Next, rollout.Error));
        Assert.StartsWith($"The hook BeforeAllowTraffic (check) {why}", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Answered_AFailureAfterThePromotion_GivesTheStableVersionEverything()
    {
        var failed = CheckHook.Answered(Promoted(With(Given.Ready(Steps), Both(false)))
            .Note(own => own with { Answer = Json("""{ "Payload": { "status": "Failed" } }""") }), Given.Time);

        Assert.StartsWith("The hook AfterAllowTraffic (check) failed", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(RollbackMove.Restore, Rollback.Choose(failed, new(new("4"), "r", Hold.Of(Given.Execution)), true));
    }

    /// <summary>
    /// While the hook runs, and while its answer is judged: the document then holds the raw answer, or the error.
    /// </summary>
    [Theory]
    [InlineData(false, "3", false)]
    [InlineData(true, "4", false)]
    [InlineData(false, "3", true)]
    [InlineData(true, "4", true)]
    public void Choose_StoppedDuringAHook_GivesTheStableVersionBackAndDropsTheAnswer(bool after, string version, bool failed)
    {
        var running = after ? Promoted(With(Given.Ready(Steps), Both(true))) : Before(true);
        var document = running.Note(
            own => own with { Answer = failed ? null : Json("[]") }) with
        { Error = failed ? new("Smoke", "why") : null };
        var stopped = new StoppedExecution("ABORTED", "CheckHook", document);

        Assert.True(stopped.IsDue);
        var caught = RestoreAlias.Caught(stopped);
        var move = RestoreAlias.Choose(caught, new(new(version), "r", Hold.Of(Given.Execution)))!.Value;
        var ended = Rollback.RolledBack(caught, move, new(new("3"), "r"), Given.Time);

        Assert.Equal((RollbackMove.Restore, Outcome.Failed, (JsonElement?)null), (move, ended.Outcome, ended.Internal.Answer));
    }

    [Theory]
    [InlineData("orders", "arn:aws-cn:lambda:cn-north-1:111122223333:function:orders:4")]
    [InlineData("function:orders", "arn:aws-cn:lambda:cn-north-1:111122223333:function:orders:4")]
    [InlineData("123456789012:function:orders", "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:4")]
    [InlineData(
        "arn:aws:lambda:us-east-1:123456789012:function:orders", "arn:aws:lambda:us-east-1:123456789012:function:orders:4")]
    public void Published_EveryFormOfAFunctionsName_GivesTheCandidatesArn(string function, string arn)
    {
        const string Execution = "arn:aws-cn:states:cn-north-1:111122223333:execution:canary:test";
        var planned = PlanRollout.Plan(Given.Request() with { FunctionName = function }, [], Given.World, Execution, Given.Time);

        var rollout = Given.Ready(HoldAlias.Held(planned, Given.Written(HoldAlias.Wanted(planned), "revision-2"), Given.Time));

        Assert.Equal((arn, arn), (rollout.CandidateArn, $"{rollout.FunctionArn}:4"));
    }

    [Fact]
    public void Answered_AnAnswerThatNestsAsDeepAsItCan_IsReadAndJudged()
    {
        var deep = new string('[', 998) + new string(']', 998);
        var json = JsonSerializer.Serialize(Before(true), CanaryJson.Relaxed.Rollout)[..^2] + $$""", "answer": {{deep}} } }""";

        var rollout = CheckHook.Answered(JsonSerializer.Deserialize(json, CanaryJson.Relaxed.Rollout)!, Given.Time);

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
    }

    private static RolloutHooks Both(bool callback) => new(new("check", 60, callback), new("check", 60, callback));

    private static Rollout Before(bool callback) => Given.Ready(With(Given.Held(Steps), Both(callback)));

    private static Rollout With(Rollout rollout, RolloutHooks hooks) => Given.With(rollout, plan => plan with { Hooks = hooks });

    private static Rollout Promoted(Rollout rollout) =>
        Promote.Promoted(rollout, Given.Written(Promote.Wanted(rollout), "revision-5"), Given.Time);

    private static Rollout Answered(bool callback, string answer) =>
        CheckHook.Answered(Before(callback).Note(own => own with { Answer = Json(answer) }), Given.Time);

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    [Fact]
    public void Answered_ARolloutWithoutAHook_IsADocumentOfSomebodyElse() =>
        Assert.Contains(
            "has no hook BeforeAllowTraffic",
            Assert.Throws<ForeignDocument>(() => CheckHook.Answered(Given.Ready(), Given.Time)).Message,
            StringComparison.Ordinal);
}
