using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

public class HoldTests
{
    private static readonly HoldReading Ended = new(A.Other, HoldState.Ended, "FAILED");
    private static readonly HoldReading Missing = new("nobody", HoldState.Missing);

    [Theory]
    [InlineData(null, HoldState.Missing)]
    [InlineData("RUNNING", HoldState.Runs)]
    [InlineData("PENDING_REDRIVE", HoldState.Runs)]
    [InlineData("ABORTED", HoldState.Ended)]
    [InlineData("SUCCEEDED", HoldState.Ended)]
    public void Of_AStatus_SaysWhetherTheHoldCounts(string? status, HoldState state) =>
        Assert.Equal(state, HoldReading.Of(A.Other, status is null ? null : new(status, Input("orders", "live"), A.Time.AddHours(-6)), "orders", "live", A.Time).State);

    public static TheoryData<string?, HoldState> Inputs() => new()
    {
        { Input("orders", "live"), HoldState.Runs },
        { Input("arn:aws:lambda:us-east-1:123456789012:function:orders", "live"), HoldState.Runs },
        { Input("orders", "beta"), HoldState.RunsElsewhere },
        { Input("payments", "live"), HoldState.RunsElsewhere },
        { """{ "functionName": 7, "aliasName": "live" }""", HoldState.RunsElsewhere },
        { "[]", HoldState.RunsElsewhere },
        { "no JSON", HoldState.RunsElsewhere },
        { null, HoldState.RunsElsewhere },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Of_OneThatRuns_CountsOnlyForTheAliasThatItWasStartedFor(string? input, HoldState state) =>
        Assert.Equal(state, HoldReading.Of(A.Other, new("RUNNING", input), "123456789012:function:orders", "live", A.Time).State);

    [Theory]
    [InlineData("ABORTED", "live", 359, HoldState.Unsettled)]
    [InlineData("FAILED", "live", 0, HoldState.Unsettled)]
    [InlineData("FAILED", "live", 360, HoldState.Ended)]
    [InlineData("TIMED_OUT", "beta", 1, HoldState.Ended)]
    [InlineData("SUCCEEDED", "live", 1, HoldState.Ended)]
    public void Of_OneThatHasEnded_CountsWhileRestoreAliasIsAtIt(string status, string alias, int minutes, HoldState state) =>
        Assert.Equal(state, HoldReading.Of(A.Other, new(status, Input("orders", alias), A.Time.AddMinutes(-minutes)), "orders", "live", A.Time).State);

    private static string Input(string function, string alias) => $$"""{ "functionName": "{{function}}", "aliasName": "{{alias}}" }""";

    [Theory]
    [InlineData("arn:aws:states:us-east-1:123456789012:execution:canary:test", true)]
    [InlineData("arn:aws-cn:states:cn-north-1:123456789012:execution:canary:test", true)]
    [InlineData("arn:aws:states:us-east-1:123456789012:stateMachine:canary", false)]
    [InlineData("arn:aws:states:us-east-1:\u0661\u06623456789012:execution:canary:test", false)]
    [InlineData("nobody", false)]
    [InlineData("", false)]
    public void IsExecution_Words_AreNone(string holder, bool isExecution) => Assert.Equal(isExecution, Hold.IsExecution(holder));

    public static TheoryData<HoldReading, bool, Outcome, string> Refused() => new()
    {
        { Ended, false, Outcome.Refused, "which has ended as FAILED. Give takeOver: true" },
        { Ended, false, Outcome.Refused, $"aws stepfunctions describe-execution --execution-arn {A.Other} shows what happened" },
        { Missing, false, Outcome.Refused, "\"nobody\", which does not exist. Give takeOver: true to release from version 3, or settle the alias by hand: aws lambda update-alias" },
        { Missing, false, Outcome.Refused, "aws lambda update-alias --function-name orders --name live --function-version 3 --routing-config '{}' --description ''" },
        { Ended with { State = HoldState.Runs }, true, Outcome.RolloutInProgress, $"stop-execution --execution-arn {A.Other} takeOver does not help here." },
        { Ended with { State = HoldState.Unknown }, true, Outcome.RolloutInProgress, "which this stack may not read: it is another state machine's." },
        { Ended with { State = HoldState.Unknown }, true, Outcome.RolloutInProgress, "or never was, settle the alias by hand: aws lambda update-alias" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Plan_TheAliasIsHeld_SaysWhoseItIsAndWhatToDo(HoldReading hold, bool takeOver, Outcome outcome, string text)
    {
        var rollout = Plan(new("3", "9", .1), hold, takeOver);

        Assert.Equal((outcome, hold.Holder), (rollout.Outcome, rollout.HeldBy));
        Assert.Contains(text, rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TheAliasIsHeldUnderTheLongestNames_TellsWholeCommands()
    {
        var holder = $"arn:aws:states:ap-southeast-1:123456789012:execution:{new string('m', 80)}:{new string('e', 80)}";
        var alias = new string('a', 128);
        var request = A.Request() with { FunctionName = $"arn:aws:lambda:ap-southeast-1:123456789012:function:{new string('f', 64)}", AliasName = alias };
        var world = A.World with { Alias = new(new("3", "9", .1), "revision-1", Hold.Of(holder)), Hold = Ended with { Holder = holder } };

        var reason = PlanRollout.Plan(request, [], world, A.Execution, A.Time).Reason;

        Assert.Contains($"--name {alias} --function-version 3 --routing-config '{{}}' --description ''", reason, StringComparison.Ordinal);
        Assert.Contains($"--execution-arn {holder} shows what happened).", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plan_TakeOverOfWhatARolloutLeft_BeginsAtTheStableVersionAlone(bool missing)
    {
        var rollout = Plan(new("3", "9", .1), missing ? Missing : Ended, takeOver: true);

        Assert.Equal((NextState.HoldAlias, "3", ""), (rollout.Decision.Next, rollout.StableVersion, rollout.DescriptionBefore));
        Assert.Equal(new AliasWrite(new("3"), Hold.Of(A.Execution)), HoldAlias.Wanted(rollout));
        Assert.Contains("This rollout takes it over, and gives version 3 everything first.", rollout.Warnings![0], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TakeOverWhileLambdaShiftsByItself_Waits() =>
        Assert.Contains("Lambda itself is shifting", Plan(new("4", "3", 1), Ended, takeOver: true).Reason, StringComparison.Ordinal);

    [Fact]
    public void Plan_TakeOverWithNothingToRelease_PutsTheAliasInOrder()
    {
        var rollout = Plan(new("4"), Ended, takeOver: true, "4");

        Assert.Equal((Outcome.InProgress, NextState.HoldAlias), (rollout.Outcome, rollout.Decision.Next));
    }

    [Fact]
    public void Plan_TakeOverOfAFreeAlias_ChangesNothing()
    {
        var rollout = PlanRollout.Plan(A.Request([A.Step(100, 0)]) with { TakeOver = true }, [], A.World, A.Execution, A.Time);

        Assert.Equal((NextState.HoldAlias, "orders, live", null), (rollout.Decision.Next, rollout.DescriptionBefore, rollout.Warnings));
    }

    private static Rollout Plan(AliasState state, HoldReading hold, bool takeOver, string? target = null) => PlanRollout.Plan(
        A.Request() with { TakeOver = takeOver, TargetVersion = target }, [],
        A.World with { Alias = new(state, "revision-1", Hold.Of(hold.Holder)), Hold = hold }, A.Execution, A.Time);
}
