using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class HoldFaultsTests
{
    private static readonly HoldReading Ended = new(Given.Other, HoldState.Ended, "FAILED");

    private static readonly HoldReading Missing = new("nobody", HoldState.Missing);

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
        var request = Given.Request() with
        {
            FunctionName = $"arn:aws:lambda:ap-southeast-1:123456789012:function:{new string('f', 64)}",
            AliasName = alias,
        };
        var world =
            Given.World with
            {
                Alias = new(new("3", "9", .1), "revision-1", Hold.Of(holder)),
                Hold = Ended with { Holder = holder },
            };

        var reason = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time).Reason;

        Assert.Contains(
            $"--name {alias} --function-version 3 --routing-config '{{}}' --description ''", reason, StringComparison.Ordinal);
        Assert.Contains($"--execution-arn {holder} shows what happened).", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TakeOverWhileLambdaShiftsByItself_Waits() =>
        Assert.Contains(
            "Lambda itself is shifting", Plan(new("4", "3", 1), Ended, takeOver: true).Reason, StringComparison.Ordinal);

    public static TheoryData<HoldReading, bool, Outcome, string> Refused() => new()
    {
        { Ended, false, Outcome.Refused, "which has ended as FAILED. Give takeOver: true" },
        { Ended, false, Outcome.Refused, $"aws stepfunctions describe-execution --execution-arn {Given.Other} "
            + "shows what happened" },
        { Missing, false, Outcome.Refused, "\"nobody\", which does not exist. "
            + "Give takeOver: true to release from version 3, or settle the alias by hand: aws lambda update-alias" },
        { Missing, false, Outcome.Refused, "aws lambda update-alias --function-name orders --name live "
            + "--function-version 3 --routing-config '{}' --description ''" },
        { Ended with
        {
            State = HoldState.Runs,
        }, true, Outcome.RolloutInProgress, $"stop-execution --execution-arn {Given.Other} takeOver does not help here." },
        { Ended with
        {
            State = HoldState.Unknown,
        }, true, Outcome.RolloutInProgress, "which this stack may not read: it is another state machine's." },
        { Ended with
        {
            State = HoldState.Unknown,
        }, true, Outcome.RolloutInProgress, "or never was, settle the alias by hand: aws lambda update-alias" },
    };

    private static Rollout Plan(AliasState state, HoldReading hold, bool takeOver, string? target = null) => PlanRollout.Plan(
        Given.Request() with { TakeOver = takeOver, TargetVersion = target }, [],
        Given.World with { Alias = new(state, "revision-1", Hold.Of(hold.Holder)), Hold = hold }, Given.Execution, Given.Time);
}
