using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Finding;

/// <summary>Which rollout somebody means, as <c>canary status</c> tells.</summary>
public class RolloutFinderTests
{
    private readonly FakeAws _aws = new();

    [Fact]
    public async Task Status_AnAliasThatIsHeld_IsOfTheHolder()
    {
        _aws.Rollouts.Add(FakeExecution.Of("newer").End(RolledBack));
        _aws.Rollouts.Add(FakeExecution.Of("running").Ran("PlanRollout", Planned));
        _aws.Description = $"Held by Canary rollout {FakeAws.Executions}running";

        var typed = await StatusAsync("orders:live");

        Assert.Equal(ExitCode.StillRunning, typed.Exit);
        Assert.Contains("orders:live: running: in progress.", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ListExecutions", _aws.Calls);
    }

    [Fact]
    public async Task Status_AnAliasThatIsFree_IsOfItsLastRollout()
    {
        _aws.Rollouts.Add(new FakeExecution(FakeAws.Executions + "x", """{"functionName":"carts","aliasName":"live"}""")
            .End(Promoted));
        _aws.Rollouts.Add(new FakeExecution(FakeAws.Executions + "y", """{"functionName":"orders","aliasName":"beta"}""")
            .End("ABORTED", null, null, null));
        _aws.Rollouts.Add(new FakeExecution(
            FakeAws.Executions + "z",
            """{"functionName":"arn:aws:lambda:us-east-1:123456789012:function:orders","aliasName":"live"}""")
            .End("ABORTED", null, "Stopped", "by hand"));

        var typed = await StatusAsync("orders:live");

        Assert.Equal(ExitCode.Stopped, typed.Exit);
        Assert.Contains("orders:live: z: stopped.", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders-1")]
    [InlineData(FakeAws.Executions + "orders-1")]
    public async Task Status_ByNameOrArn_IsOfThatExecution(string named)
    {
        _aws.Rollouts.Add(FakeExecution.Of("orders-1").End(Promoted));

        Assert.Equal(ExitCode.Done, (await StatusAsync(named)).Exit);
    }

    [Theory]
    [InlineData("orders:live", "There is no rollout of orders:live among the last")]
    [InlineData("orders-1", "There is no rollout arn:aws:states:us-east-1:123456789012:execution:canary:orders-1")]
    [InlineData("what is this", "\"what is this\" names no rollout")]
    public async Task Status_NoSuchRollout_SaysSo(string named, string expected)
    {
        var typed = await StatusAsync(named);

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains(expected, typed.Error, StringComparison.Ordinal);
    }

    private Task<Typed> StatusAsync(string named) => Typed.RunAsync(_aws.Open, ["status", named], new HastyTime(Start));
}
