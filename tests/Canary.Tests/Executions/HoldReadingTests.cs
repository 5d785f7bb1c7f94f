using Canary.Aliases;
using Canary.Executions;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Executions;

public class HoldReadingTests
{
    private static readonly HoldReading Ended = new(Given.Other, HoldState.Ended, "FAILED");
    private static readonly HoldReading Missing = new("nobody", HoldState.Missing);

    [Theory]
    [InlineData(null, HoldState.Missing)]
    [InlineData("RUNNING", HoldState.Runs)]
    [InlineData("PENDING_REDRIVE", HoldState.Runs)]
    [InlineData("ABORTED", HoldState.Ended)]
    [InlineData("SUCCEEDED", HoldState.Ended)]
    public void Of_AStatus_SaysWhetherTheHoldCounts(string? status, HoldState state) =>
        Assert.Equal(state, HoldReading.Of(
            Given.Other,
            status is null ? null : new(status, Input("orders", "live"), Given.Time.AddHours(-6)),
            "orders",
            "live",
            Given.Time).State);

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
        Assert.Equal(
            state,
            HoldReading.Of(Given.Other, new("RUNNING", input), "123456789012:function:orders", "live", Given.Time).State);

    [Theory]
    [InlineData("ABORTED", "live", 359, HoldState.Unsettled)]
    [InlineData("FAILED", "live", 0, HoldState.Unsettled)]
    [InlineData("FAILED", "live", 360, HoldState.Ended)]
    [InlineData("TIMED_OUT", "beta", 1, HoldState.Ended)]
    [InlineData("SUCCEEDED", "live", 1, HoldState.Ended)]
    public void Of_OneThatHasEnded_CountsWhileRestoreAliasIsAtIt(string status, string alias, int minutes, HoldState state) =>
        Assert.Equal(state, HoldReading.Of(
            Given.Other,
            new(status, Input("orders", alias), Given.Time.AddMinutes(-minutes)),
            "orders",
            "live",
            Given.Time).State);

    private static string Input(string function, string alias) =>
        $$"""{ "functionName": "{{function}}", "aliasName": "{{alias}}" }""";

    [Theory]
    [InlineData("arn:aws:states:us-east-1:123456789012:execution:canary:test", true)]
    [InlineData("arn:aws-cn:states:cn-north-1:123456789012:execution:canary:test", true)]
    [InlineData("arn:aws:states:us-east-1:123456789012:stateMachine:canary", false)]
    [InlineData("arn:aws:states:us-east-1:\u0661\u06623456789012:execution:canary:test", false)]
    [InlineData("nobody", false)]
    [InlineData("", false)]
    public void IsExecution_Words_AreNone(string holder, bool isExecution) => Assert.Equal(isExecution, Hold.IsExecution(holder));
}
