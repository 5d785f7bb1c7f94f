using Amazon.Lambda.TestUtilities;
using Canary.Aliases;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class AwaitApprovalFunctionTests
{
    [Fact]
    public async Task AwaitApproval_AToken_TellsWhatToDo()
    {
        var logger = new TestLambdaLogger();
        var rollout =
            Stage.Noted(await new Stage().ShiftedAsync(), own => own with { ApprovalRequest = new(1, Weight.Full, Stage.Time) });

        var words = new AwaitApprovalFunction()
            .AwaitApproval(new(rollout, Stage.Time, "token"), new TestLambdaContext { Logger = logger });

        Assert.Contains(
            "| aws lambda invoke --function-name Approve --payload fileb:///dev/stdin /dev/stdout",
            words,
            StringComparison.Ordinal);
        Assert.Contains(words, logger.Buffer.ToString(), StringComparison.Ordinal);
    }
}
