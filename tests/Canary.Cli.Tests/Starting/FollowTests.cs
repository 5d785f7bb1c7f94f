using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Starting;

/// <summary>Staying with a rollout until it is over, whatever happens to the one who stays.</summary>
public class FollowTests
{
    private readonly FakeAws _aws = new();
    private readonly HastyTime _time = new(Start);
    private int _looks;

    public FollowTests()
    {
        _aws.Rollouts.Add(FakeExecution.Of("orders-1").Ran("PlanRollout", Planned));
        _aws.Called = call => _looks += call == "GetExecutionHistory" ? 1 : 0;
    }

    public static TheoryData<string, int> Ends => new()
    {
        { nameof(Outcome.Promoted), ExitCode.Done },
        { nameof(Outcome.Created), ExitCode.Done },
        { nameof(Outcome.NothingToDo), ExitCode.Done },
        { nameof(Outcome.RolledBack), ExitCode.RolledBack },
        { nameof(Outcome.Failed), ExitCode.RolledBack },
        { nameof(Outcome.Refused), ExitCode.Misused },
        { nameof(Outcome.RolloutInProgress), ExitCode.Busy },
        { nameof(Outcome.AliasChanged), ExitCode.Stopped },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Watch_ARolloutThatIsOver_EndsAsItDid(string outcome, int expected)
    {
        Rollout.End(RolledBack with { Outcome = Enum.Parse<Outcome>(outcome), Reason = "So it ended." });

        var typed = await WatchAsync();

        Assert.Equal((expected, ""), (typed.Exit, typed.Error));
        Assert.EndsWith("So it ended.\n", typed.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_AStoppedOne_EndsAsStoppedAndTellsWhy()
    {
        Rollout.End("ABORTED", null, "Stopped", "by hand");

        var typed = await WatchAsync();

        Assert.Equal(ExitCode.Stopped, typed.Exit);
        Assert.Contains(
            "The execution ended as ABORTED: Stopped: by hand. live is at version 1.", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ANetworkThatIsCutForMinutes_TriesOnAndSaysSo()
    {
        for (var call = 0; call < 20; call++) CutAfterTheFirstLook();
        EndAt(25);

        var typed = await WatchAsync();

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("AWS did not answer: No route to host. Trying on", typed.Output, StringComparison.Ordinal);
        Assert.Contains("It answers again", typed.Output, StringComparison.Ordinal);
        Assert.True(_time.GetUtcNow() - Start > TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Watch_CredentialsThatExpire_FindsThemAnew()
    {
        After(2, () => _aws.Faults.Enqueue(
            new AmazonStepFunctionsException("is expired", ErrorType.Sender, "ExpiredTokenException", "", default)));
        EndAt(6);

        var typed = await WatchAsync();

        Assert.Equal((ExitCode.Done, 1), (typed.Exit, _aws.Access!.Renewals));
        Assert.Contains(
            "AWS does not take these credentials (ExpiredTokenException: is expired)", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_CredentialsThatMayNot_EndsAtOnce()
    {
        After(2, () => _aws.Faults.Enqueue(
            new AmazonStepFunctionsException("not authorized", ErrorType.Sender, "AccessDeniedException", "", default)));

        var typed = await WatchAsync();

        Assert.Equal(ExitCode.Unreachable, typed.Exit);
        Assert.Contains("You may not do this", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_TheTimeIsOver_LeavesTheRolloutRunning()
    {
        var typed = await WatchAsync("--timeout", "2m");

        Assert.Equal(ExitCode.StillRunning, typed.Exit);
        Assert.Contains("After 2 min the rollout goes on: live is at version 1.", typed.Error, StringComparison.Ordinal);
        Assert.Contains("canary abort orders:live", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_TheTimeIsOverWhileAwsDoesNotAnswer_EndsAsUnreachable()
    {
        for (var call = 0; call < 1000; call++) CutAfterTheFirstLook();

        Assert.Equal(ExitCode.Unreachable, (await WatchAsync("--timeout", "5m")).Exit);
    }

    [Fact]
    public async Task Watch_AsJson_IsAnObjectALineAndTheWholeRolloutAtTheEnd()
    {
        Rollout.End(Promoted);

        var typed = await WatchAsync("--output", "json");

        var lines = typed.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines.SkipLast(1), line => Assert.True(line.TryGetProperty("text", out _)));
        Assert.Equal("Promoted", lines[^1].GetProperty("outcome").GetString());
        Assert.Equal(0, lines[^1].GetProperty("exitCode").GetInt32());
        Assert.Equal("Promoted", lines[^1].GetProperty("document").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task StartAndWait_AnotherWasQuicker_WaitsAndStartsAgain()
    {
        _aws.Rollouts.Clear();
        _aws.Called = call =>
        {
            if (!call.StartsWith("GetExecutionHistory", StringComparison.Ordinal)) return;
            var one = _aws.Rollouts[0];
            if (one.Status == "RUNNING")
                one.End(_aws.Rollouts.Count == 1 ? RolledBack with { Outcome = Outcome.RolloutInProgress } : Promoted);
        };

        var typed = await Typed.RunAsync(
            _aws.Open,
            ["start", "--function", "orders", "--alias", "live", "--deployment-config", "AllAtOnce", "--commit", "1", "--wait",
                "--if-busy", "wait"],
            _time);

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("Another rollout of orders:live was quicker", typed.Output, StringComparison.Ordinal);
        Assert.Equal(2, _aws.Rollouts.Count);
    }

    private FakeExecution Rollout => _aws.Rollouts[0];

    private Task<Typed> WatchAsync(params string[] more) =>
        Typed.RunAsync(_aws.Open, ["watch", "orders-1", .. more], _time);

    // The rollout is found by two calls, and looked at by one.
    private void CutAfterTheFirstLook()
    {
        if (_aws.Faults.Count == 0) for (var call = 0; call < 6; call++) _aws.Faults.Enqueue(null);
        _aws.Faults.Enqueue(new HttpRequestException("No route to host"));
    }

    private void EndAt(int look) => After(look, () => Rollout.End(Promoted));

    private void After(int look, Action act)
    {
        var before = _aws.Called;
        _aws.Called = call =>
        {
            before?.Invoke(call);
            if (call == "GetExecutionHistory" && _looks == look) act();
        };
    }
}
