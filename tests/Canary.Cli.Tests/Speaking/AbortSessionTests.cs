using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Speaking;

/// <summary><c>canary abort</c> while the rollout goes on and people do.</summary>
public class AbortSessionTests
{
    private readonly FakeAws _aws = new() { Description = $"Held by Canary rollout {FakeAws.Executions}one" };
    private readonly HastyTime _time = new(Start);
    private readonly FakeExecution _rollout = FakeExecution.Of("one");

    public AbortSessionTests() => _aws.Rollouts.Add(_rollout);

    [Fact]
    public async Task Abort_ARolloutThatShiftsWhileTheWordIsOnItsWay_TellsThatTheAliasIsBack()
    {
        var document = Shifted(0) with { Execution = _rollout.Arn };
        _aws.Functions["canary-Control"] = _ =>
        {
            _rollout.Ran("ShiftWeight", document);
            return """{"accepted":false,"message":"It is not planned yet."}""";
        };

        var typed = await Typed.RunAsync(_aws.Open, ["abort", "orders:live"], _time);

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("orders:live is back at version 1, with all traffic", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_OneThatEndsWhileTheWordIsOnItsWay_IsNotStopped()
    {
        _rollout.Ran("ShiftWeight", Shifted(0) with { Execution = _rollout.Arn });
        _aws.Functions["canary-Control"] = _ =>
        {
            _rollout.End(RolledBack with { Execution = _rollout.Arn });
            _aws.Description = "";
            return """{"accepted":false,"message":"It has ended as FAILED."}""";
        };

        var typed = await Typed.RunAsync(_aws.Open, ["abort", "orders:live"], _time);

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.DoesNotContain(_aws.Calls, call => call.StartsWith("StopExecution", StringComparison.Ordinal));
    }
}
