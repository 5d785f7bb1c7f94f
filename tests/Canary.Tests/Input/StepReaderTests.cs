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
        var (_, faults) = A.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60 }, {{last}}] }""");

        Assert.Equal(refused, faults.Any(fault => fault.Contains("which is the promotion itself", StringComparison.Ordinal)));
    }
}
