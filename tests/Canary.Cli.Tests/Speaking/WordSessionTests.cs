using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Speaking;

/// <summary>A word that the rollout never sees.</summary>
public class WordSessionTests
{
    private const string Mark = $"Held by Canary rollout {FakeAws.Executions}one";

    private readonly FakeAws _aws = new() { Description = Mark };
    private readonly HastyTime _time = new(Start);

    [Theory]
    [InlineData("; pause by carol at 09:00:01: look", ExitCode.Misused, "for carol has said pause in its place.")]
    [InlineData("", ExitCode.Misused, "and somebody has taken it off the alias.")]
    [InlineData("; skip by alice@example.com at 09:00:01", ExitCode.StillRunning, "the word stands")]
    public async Task Skip_ThatIsNotSeen_TellsWhatStandsInItsPlace(string behind, int exit, string told)
    {
        var rollout = FakeExecution.Of("one");
        _aws.Rollouts.Add(rollout.Ran("ShiftWeight", Shifted(0) with { Execution = rollout.Arn }));
        _aws.Functions["canary-Control"] = _ =>
        {
            _aws.Description = Mark + behind;
            return $$"""{"accepted":true,"message":"ok","execution":"{{rollout.Arn}}"}""";
        };

        var typed = await Typed.RunAsync(_aws.Open, ["skip", "orders:live"], _time);

        Assert.Equal(exit, typed.Exit);
        Assert.Contains(told, typed.Output + typed.Error, StringComparison.Ordinal);
    }
}
