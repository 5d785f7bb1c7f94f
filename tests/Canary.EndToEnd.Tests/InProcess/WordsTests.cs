using System.Text;
using System.Text.Json;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Lambda.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>People who say words to a rollout that runs, by the functions that are there for it or by hand.</summary>
public sealed class WordsTests : IAsyncDisposable
{
    private const string Function = "orders";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 7, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);
    private readonly InProcessCanary _canary;
    private string _execution = "";
    private DateTimeOffset _begun;

    public WordsTests()
    {
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions { Jitter = new Random(1) });
        _canary.AddFunction(Function, "live");
        _canary.AddAlarm(Function);
    }

    [Fact]
    public async Task Pause_ThenResume_HoldsTheWeightAndThenGoesOn()
    {
        await StartAsync();
        await AtAsync(20);
        var answer = await SayAsync("pause", ""","seconds":1800,"reason":"p99" """);
        Assert.Contains("asked to pause", answer, StringComparison.Ordinal);
        await AtAsync(1_200);
        Assert.Equal(("1", .1), Alias);
        Assert.Contains("alice paused it until 2026-01-01T09:31:", (await StandingAsync()).Reason, StringComparison.Ordinal);
        await SayAsync("resume");

        var rollout = await EndAsync();

        Assert.Equal((Outcome.Promoted, ("2", 0d)), (rollout.Outcome, Alias));
        // The second step begins with the resume.
        Assert.InRange((rollout.EndedAt - _begun)!.Value.TotalSeconds, 1_500, 1_540);
        Assert.Equal("", _canary.Aws.Lambda.GetAlias(Function, "live").Description);
    }

    [Theory]
    [InlineData("", Outcome.RolledBack, "1", 900)]
    [InlineData(""", "onPauseExpired": "resume" """, Outcome.Promoted, "2", 1_200)]
    public async Task Pause_NobodyResumes_EndsAsTheInputSays(string input, Outcome outcome, string version, int least)
    {
        await StartAsync(input);
        await AtAsync(20);
        await SayAsync("pause", ""","seconds":900 """);

        var rollout = await EndAsync();

        Assert.Equal((outcome, (version, 0d)), (rollout.Outcome, Alias));
        Assert.InRange((rollout.EndedAt - _begun)!.Value.TotalSeconds, least, least + 100);
    }

    [Fact]
    public async Task Pause_AnAlarmFires_IsRolledBackAllTheSame()
    {
        await StartAsync();
        await AtAsync(20);
        await SayAsync("pause");
        await AtAsync(700);
        _canary.PutFailures(Function, 5);

        Assert.Equal((Outcome.RolledBack, ("1", 0d)), ((await EndAsync()).Outcome, Alias));
        Assert.InRange((_clock.GetUtcNow() - _begun).TotalSeconds, 700, 850);
    }

    [Theory]
    [InlineData("skip", 1, 375)]
    [InlineData("promote", 2, 75)]
    public async Task Hurry_AHealthyCandidate_GoesOnWithinAMinute(string word, int shifts, int most)
    {
        await StartAsync();
        await AtAsync(10);
        await SayAsync(word);

        var rollout = await EndAsync();

        Assert.Equal((Outcome.Promoted, ("2", 0d)), (rollout.Outcome, Alias));
        Assert.InRange((rollout.EndedAt - _begun)!.Value.TotalSeconds, 20, most);
        Assert.Equal(shifts == 1 ? 2 : 1, States().Count(state => state == "ShiftWeight"));
    }

    [Fact]
    public async Task Abort_ARolloutThatBakes_GivesBackWithADocument()
    {
        await StartAsync();
        await AtAsync(10);
        var answer = await SayAsync("abort", ""","reason":"no" """);
        Assert.Contains("All traffic goes back to version 1.", answer, StringComparison.Ordinal);

        var rollout = await EndAsync();

        Assert.Equal((Outcome.RolledBack, ("1", 0d)), (rollout.Outcome, Alias));
        Assert.EndsWith(": alice aborted it: no.", rollout.Reason, StringComparison.Ordinal);
        Assert.InRange((rollout.EndedAt - _begun)!.Value.TotalSeconds, 10, 75);
    }

    /// <summary>The step is over, and no check looks at the alias before the next write: the write meets the word.</summary>
    [Theory]
    [InlineData("abort", Outcome.RolledBack)]
    [InlineData("pause", Outcome.RolledBack)]
    [InlineData("promote", Outcome.Promoted)]
    public async Task Word_RightBeforeTheNextStep_IsMetByItsWriteAndNotOverwritten(string word, Outcome outcome)
    {
        await StartAsync();
        await AtAsync(298);
        await SayAsync(word, word == "pause" ? ""","seconds":60 """ : "");

        var rollout = await EndAsync();

        Assert.Equal(outcome, rollout.Outcome);
        Assert.Contains(rollout.Story, entry => entry.Text.Contains("alice", StringComparison.Ordinal));
        Assert.Equal(word == "abort" ? 1 : 0, States(failed: true).Count(error => error == "Aborted"));
    }

    [Fact]
    public async Task Word_ByHandInTheConsole_IsHeard()
    {
        await StartAsync();
        await AtAsync(10);
        var held = _canary.Aws.Lambda.GetAlias(Function, "live").Description;
        _canary.Aws.Lambda.UpdateAlias(Function, "live", new AliasUpdate(null, $"{held}; abort by bob: it smells"));

        Assert.EndsWith(": bob aborted it: it smells.", (await EndAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WhileTheAlarmIsInAlarm_SeesBothInOneCheckAndRollsBack()
    {
        await StartAsync(
            """, "checkIntervalSeconds": 600 """, """[{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 3600 }]""");
        await AtAsync(70);
        _canary.PutFailures(Function, 5);
        await AtAsync(200);
        await SayAsync("approve", function: "canary-Approve");
        var rollout = await EndAsync();

        Assert.Equal((Outcome.RolledBack, ("1", 0d)), (rollout.Outcome, Alias));
        Assert.DoesNotContain("Promote", States());
        Assert.Contains(rollout.Story, entry => entry.Text == "alice approved it, too late: the candidate is unhealthy.");
    }

    [Fact]
    public async Task Approve_AStepThatWaits_CostsThreeTransitionsACheck()
    {
        await StartAsync(steps: """[{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 3600 }]""");
        await AtAsync(100);
        await SayAsync("approve", ""","reason":"fine" """, "canary-Approve");

        var rollout = await EndAsync();

        Assert.Equal((true, "alice", "fine"), (
            rollout.Steps[0].Approval!.Approved, rollout.Steps[0].Approval!.By, rollout.Steps[0].Approval!.Reason));
        Assert.InRange((rollout.EndedAt - _begun)!.Value.TotalSeconds, 100, 117);
        Assert.Equal(States().Count(state => state == "Bake"), States().Count(state => state == "CheckHealth"));
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private (string Version, double Weight) Alias => _canary.Aws.Lambda.GetAlias(Function, "live") is var alias
        ? (alias.FunctionVersion, alias.Weights?.Values.SingleOrDefault() ?? 0) : default;

    private async Task StartAsync(string more = "", string steps =
        """[{ "weight": 10, "bakeSeconds": 300 }, { "weight": 50, "bakeSeconds": 300 }]""")
    {
        _execution = _canary.Aws.StepFunctions.StartExecution(_canary.StateMachine, null, $$"""
            {
              "functionName": "{{Function}}", "aliasName": "live", "alarms": ["{{Function}}"], "analysis": false,
              "steps": {{steps}}{{more}}
            }
            """).ExecutionArn;
        for (var second = 0; Alias.Weight == 0; second++)
        {
            Assert.InRange(second, 0, 120);
            await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(1));
        }
        _begun = _clock.GetUtcNow();
    }

    private Task AtAsync(double seconds) => _clock.RunUntilAsync(_begun.AddSeconds(seconds));

    private async Task<string> SayAsync(string word, string more = "", string function = "canary-Control")
    {
        var input = $$"""{"function":"{{Function}}","alias":"live","word":"{{word}}","by":"alice"{{more}}}""";
        var given = _canary.Aws.Lambda.InvokeAsync(function, null, Encoding.UTF8.GetBytes(input));
        await _clock.RunUntilAsync(given);
        return Encoding.UTF8.GetString((await given).Payload.Span);
    }

    private async Task<Rollout> EndAsync()
    {
        await _clock.RunUntilAsync(_canary.Aws.StepFunctions.WhenEndedAsync(_execution));
        var ended = _canary.Aws.StepFunctions.DescribeExecution(_execution);
        return JsonSerializer.Deserialize(ended.Output ?? ended.Cause!, RolloutJson.Relaxed.Rollout)!;
    }

    private Task<Rollout> StandingAsync() => Task.FromResult(JsonSerializer.Deserialize(
        _canary.Aws.StepFunctions.GetExecutionHistory(_execution)
            .Last(happened => happened.Type == "WaitStateEntered").Details.Input!,
        RolloutJson.Relaxed.Rollout)!);

    private List<string> States(bool failed = false) =>
    [
        .. _canary.Aws.StepFunctions.GetExecutionHistory(_execution)
            .Where(happened => failed ? happened.Details.Error is not null
                : happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            .Select(happened => failed ? happened.Details.Error! : happened.Details.Name!),
    ];
}
