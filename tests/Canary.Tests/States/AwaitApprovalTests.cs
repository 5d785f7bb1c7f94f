using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class AwaitApprovalTests
{
    private static readonly Step[] Steps =
        [Given.Step(10, 15) with { ApprovalSeconds = 40 }, Given.Step(50, 15), Given.Step(100, 0)];

    [Fact]
    public void Words_OfARequest_AreCommandsToPaste()
    {
        var words = AwaitApproval.Of(new(Asked(), Given.Time, "token"), "canary-Approve");

        Assert.StartsWith(
            "Step 1 of 3 of orders:live, 10 % at version 4, waits for approval until 2026-01-01T00:00:55Z.",
            words,
            StringComparison.Ordinal);
        Assert.Contains(
            $$"""To approve: echo '{"execution":"{{Given.Execution}}","by":"YOUR NAME"}' | """
            + "aws lambda invoke --function-name canary-Approve --payload fileb:///dev/stdin /dev/stdout",
            words,
            StringComparison.Ordinal);
        Assert.Contains("\"approve\":false", words, StringComparison.Ordinal);
    }

    private static Rollout Asked(params Step[] steps) =>
        CheckHealth.Checked(Given.Shifted(steps.Length > 0 ? steps : Steps), Given.Healthy, Given.Time.AddSeconds(15));
}
