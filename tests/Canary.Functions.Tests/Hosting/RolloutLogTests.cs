using Amazon.Lambda.TestUtilities;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests.Hosting;

public class RolloutLogTests
{
    [Fact]
    public async Task ShiftWeight_Done_LogsWhatWhereAndInWhichExecution()
    {
        var stage = new Stage();
        var logger = new TestLambdaLogger();

        await stage.Shifting.ShiftWeight(
            Stage.At(await stage.ReadyAsync()),
            new TestLambdaContext { Logger = logger, RemainingTime = TimeSpan.FromSeconds(20) });

        // The logger puts the level before it.
        Assert.EndsWith(
            $"InProgress: Step 1 of 2: 10 % of live goes to version 4 for 300 s. [orders:live {Stage.Execution}]",
            logger.Buffer.ToString().Trim(),
            StringComparison.Ordinal);
    }
}
