using System.Text.Json;
using Canary.Aliases;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Wording;

namespace Canary.Tests.Rollouts;

/// <summary>The last that is taken, and the first that is not.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void FunctionName_SixtyFourCharacters_AreTheLongest(int length, bool fits)
    {
        var name = new string('f', length);

        Assert.Equal((fits, fits), (FunctionName.IsValid(name), FunctionName.FaultOf(name) is null));
    }

    [Theory]
    [InlineData("orders", "123456789012")]
    [InlineData("1orders", "123456789012")]
    [InlineData("function:orders", "123456789012")]
    [InlineData("210987654321:function:orders", "210987654321")]
    public void ArnOf_AName_HasTheAccountThatItNamesOrTheOwn(string name, string account)
    {
        var bare = FunctionName.BareNameOf(name);

        Assert.Equal($"arn:aws:lambda:us-east-1:{account}:function:{bare}:4", FunctionName.ArnOf(name, "4", A.Execution));
    }

    [Theory]
    [InlineData("hash", true)]
    [InlineData("another", false)]
    public void Plan_TheCodesHash_IsRefusedOnlyWhereItDiffers(string hash, bool fits) =>
        Assert.Equal(fits, Plan(A.Request() with { CodeSha256 = hash }).Faults is null);

    [Theory]
    [InlineData(91, true)]
    [InlineData(90, false)]
    public void Plan_TheShortestInterval_IsTaken(int interval, bool fits) =>
        Assert.Equal(fits, Plan(A.Request(A.Step(10, 172_800), A.Step(100, 0)) with { CheckIntervalSeconds = interval }).Faults is null);

    [Fact]
    public void Plan_OneOfTwoAlarmsExists_OnlyTheOtherIsRefused()
    {
        var request = A.Request() with { Alarms = ["errors", "gone"] };
        var world = A.World with { Alarms = [new("errors", AlarmState.Ok, null)] };

        Assert.Equal("The alarm \"gone\" does not exist in this account and Region. Check alarms.", Assert.Single(Plan(request, world).Faults!));
        Assert.Null(Plan(request, world with { MayReadAlarms = false, Alarms = [] }).Faults);
    }

    [Theory]
    [InlineData("role", "queue", 0)]
    [InlineData("another", "queue", 1)]
    [InlineData("role", "another", 1)]
    public void Plan_AllAtOnceWithARoleOrADeadLetterTargetThatDiffers_IsWarnedOf(string role, string target, int warnings)
    {
        var stable = new FunctionVersion("3", "old", "Active", "Successful", null) { Role = "role", DeadLetterTarget = "queue" };
        var latest = A.World.Latest! with { Role = role, DeadLetterTarget = target };

        var plan = Plan(A.Request(A.Step(100, 0)), A.World with { Stable = stable, Latest = latest });

        Assert.Equal(warnings, plan.Warnings?.Count ?? 0);
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(20, 20)]
    [InlineData(20, 10)]
    public void Weight_Compared_IsAsItsPercent(int left, int right)
    {
        var (one, other) = (Weight.FromPercent(left), Weight.FromPercent(right));

        bool[] plain = [(left < right), (left > right), (left <= right), (left >= right)], weights = [(one < other), (one > other), (one <= other), (one >= other)];
        Assert.Equal(plain, weights);
    }

    [Theory]
    [InlineData("""{ "detail-type": "x", "source": "y" }""", null)]
    [InlineData("""{ "detail-type": "x", "detail": {} }""", null)]
    [InlineData("""{ "source": "y", "detail": {} }""", null)]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": { "functionName": "orders" } }""", "Its detail is one")]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": {} }""", "Give the rule's target an InputTransformer")]
    [InlineData("""{ "detail-type": 7, "source": null, "detail": "orders" }""", "Give the rule's target an InputTransformer")]
    public void EventInput_OnlyAWholeEvent_IsOne(string json, string? text)
    {
        var fault = EventInput.FaultOf(JsonSerializer.Deserialize<JsonElement>(json));

        if (text is null) Assert.Null(fault);
        else Assert.Contains(text, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "weight": 100, "approvalSeconds": 60 }""", true)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 0, "approvalSeconds": 60 }""", true)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 60, "approvalSeconds": 60 }""", false)]
    public void Steps_AnApprovalOfThePromotionItself_IsRefused(string last, bool refused)
    {
        var (_, faults) = A.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60 }, {{last}}] }""");

        Assert.Equal(refused, faults.Any(fault => fault.Contains("which is the promotion itself", StringComparison.Ordinal)));
    }

    private static Rollout Plan(RolloutRequest request, PlanFindings? world = null) => PlanRollout.Plan(request, [], world ?? A.World, A.Execution, A.Time);
}
