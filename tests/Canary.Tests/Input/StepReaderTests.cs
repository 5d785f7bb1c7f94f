using Canary.Aliases;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class StepReaderTests
{
    [Theory]
    [InlineData("""{ "weight": 100, "approvalSeconds": 60 }""", true)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 0, "approvalSeconds": 60 }""", true)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 60, "approvalSeconds": 60 }""", false)]
    public void Steps_AnApprovalOfThePromotionItself_IsRefused(string last, bool refused)
    {
        var (_, faults) = Given.Read(
            $$"""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60 }, {{last}}] }""");

        Assert.Equal(refused, faults.Any(fault => fault.Contains("which is the promotion itself", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "weight": 100, "bakeSeconds": 600 }""", 1, 600)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 0 }""", 1, 0)]
    [InlineData("""{ "weight": 100 }""", 1, 0)]
    [InlineData("""{ "weight": 99.99, "bakeSeconds": 1 }""", 2, 0)]
    public void Read_Steps_EndAtHundredPercent(string step, int count, int lastBake)
    {
        var (request, faults) = Given.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{{step}}] }""");

        Assert.Empty(faults);
        Assert.Equal(count, request.Steps.Count);
        Assert.Equal(Given.Step(100, lastBake), request.Steps[^1]);
    }

    [Theory]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600 """, 600)]
    [InlineData(""" "steps": [{ "weight": 100, "bakeSeconds": 5 }], "bakeAfterPromotionSeconds": 172795 """, 172_795)]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 0 """, null)]
    public void Read_ABakeAfterThePromotion_IsAStepOfItsOwn(string more, int? seconds)
    {
        var (request, faults) = Given.Read($$"""{ "functionName": "orders", "aliasName": "live", {{more}} }""");

        Assert.Empty(faults);
        Assert.Equal(seconds, request.Steps.SingleOrDefault(step => step.AfterPromotion)?.BakeSeconds);
        Assert.Equal((1, Weight.Full), (request.Steps.Count(step => !step.AfterPromotion), request.Steps[^1].Weight));
    }

    [Theory]
    [InlineData("10.50")]
    [InlineData("10.500000000000000000000000000000000000")]
    [InlineData("105e-1")]
    [InlineData("1.05E+1")]
    public void Read_AWeightWithTwoDecimalsHoweverWritten_IsTaken(string weight) =>
        Assert.Equal(Given.Step(10.5m, 60), Given.Read($$"""{ "functionName": "orders", "aliasName": "live","""
            + $$""" "steps": [{ "weight": {{weight}}, "bakeSeconds": 60 }] }""").Request.Steps[0]);
}
