using System.Text.Json;
using Canary.Aliases;
using Canary.Answers;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Functions.Writes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Writes;

/// <summary>People who say a word to a rollout, and what they are answered.</summary>
public class WordWriterTests
{
    private readonly Stage _stage = new();
    private readonly ImpatientTime _time = new();

    [Fact]
    public async Task Control_ARolloutThatBakes_WritesTheWordAndNothingElse()
    {
        await BakingAsync();
        var before = (_stage.Aliases.State, _stage.Aliases.Revision);

        var given = await SayAsync(Pause.Replace("}", ""","reason":"p99" }""", StringComparison.Ordinal));

        Assert.True(given.Accepted, given.Message);
        Assert.Equal(Stage.Execution, given.Execution);
        Assert.StartsWith(
            "alice asked to pause the rollout of orders:live, 10 % at version 4, for 3,600 s: p99. The rollout sees it by ",
            given.Message,
            StringComparison.Ordinal);
        Assert.Equal(65, (given.SeenBy - _time.GetUtcNow())!.Value.TotalSeconds);
        Assert.StartsWith(
            $"Held by Canary rollout {Stage.Execution}; pause by alice at ",
            _stage.Aliases.Description,
            StringComparison.Ordinal);
        Assert.Equal(before.State, _stage.Aliases.State);
        Assert.NotEqual(before.Revision, _stage.Aliases.Revision);
    }

    [Theory]
    [InlineData(Stage.Execution)]
    [InlineData(Stage.Other)]
    public async Task Control_TheExecutionAlone_NamesTheRollout(string execution)
    {
        await BakingAsync();

        var given = await SayAsync($$"""{ "execution": "{{execution}}", "word": "abort", "by": "alice" }""");

        Assert.Equal(execution == Stage.Execution, given.Accepted);
        if (!given.Accepted)
        {
            Assert.Equal(
                $"Nothing was asked of any rollout. The rollout {Stage.Other} does not exist, or has not begun. Check its name.",
                given.Message);
        }
    }

    [Fact]
    public async Task Control_SomebodyElseChangesTheAliasMeanwhile_TriesAgain()
    {
        await BakingAsync();
        var times = 2;
        _stage.Aliases.BeforeDescription = () =>
        {
            if (times-- > 0) _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State);
        };

        Assert.True((await SayAsync(Pause)).Accepted);

        _stage.Aliases.BeforeDescription = () => _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State);
        Assert.False((await SayAsync(Pause.Replace("pause", "skip", StringComparison.Ordinal))).Accepted);
    }

    [Fact]
    public async Task Control_TheAnswerIsLost_IsTakenAndNotSaidTwice()
    {
        await BakingAsync();
        _stage.Aliases.LoseNextAnswer = true;

        Assert.True((await SayAsync(Pause)).Accepted);

        Assert.Equal(1, _stage.Aliases.Writes - 2);
    }

    [Theory]
    [InlineData("abort by bob", "pause", "bob has said abort before, and the rollout has not seen that yet.")]
    [InlineData("reject by bob", "skip", "bob has said reject before, and the rollout has not seen that yet.")]
    [InlineData("reject by bob", "abort", null)]
    [InlineData("pause by bob", "abort", null)]
    [InlineData("skip by bob", "pause", null)]
    [InlineData("pause by bob", "promote", "bob has said pause before, and the rollout has not seen that yet.")]
    [InlineData("promote by bob", "skip", "bob has said promote before, and the rollout has not seen that yet.")]
    [InlineData("skip by bob", "skip", "bob has said skip before, and the rollout has not seen that yet.")]
    [InlineData("pause by alice", "promote", null)]
    [InlineData("reject by alice", "skip", "alice has said reject before, and the rollout has not seen that yet.")]
    [InlineData("is this needed?", "skip", null)]
    public async Task Control_AnUnseenWord_IsReplacedByNothingMilder(string before, string word, string? refusal)
    {
        await BakingAsync();
        _stage.Aliases.Say(before);

        var given = await SayAsync(Pause.Replace("pause", word, StringComparison.Ordinal));

        Assert.Equal(refusal is null, given.Accepted);
        if (refusal is not null) Assert.EndsWith(refusal, given.Message, StringComparison.Ordinal);
        Assert.Equal(given.Accepted, !_stage.Aliases.Description.Contains(before, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("resume", "It is not paused.")]
    [InlineData("approve", "word is \"approve\". It must be one of pause, resume, skip, promote, abort.")]
    public async Task Control_WhatCannotBeDone_IsAnsweredWithWhy(string word, string why)
    {
        await BakingAsync();
        var before = _stage.Aliases.Revision;

        var given = await SayAsync(Pause.Replace("pause", word, StringComparison.Ordinal));

        Assert.False(given.Accepted);
        Assert.EndsWith(why, given.Message, StringComparison.Ordinal);
        Assert.Equal(before, _stage.Aliases.Revision);
    }

    [Fact]
    public async Task Control_NobodyHoldsTheAlias_SaysWhereItIs() => Assert.Equal(
        "Nothing was asked of any rollout. No rollout holds orders:live: it is at version 3.", (await SayAsync(Pause)).Message);

    [Fact]
    public async Task Control_TheRolloutHasEnded_SaysHow()
    {
        await BakingAsync();
        _stage.Executions.Standing[Stage.Execution] = new("ABORTED", null, null);

        Assert.EndsWith("has ended as ABORTED.", (await SayAsync(Pause)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_TheMarkOfAnotherAliasesRollout_IsNoRolloutOfThisOne()
    {
        var rollout = await BakingAsync();
        _stage.Executions.Standing[Stage.Execution] = new(null, "Bake", rollout with { Alias = "beta" });

        Assert.EndsWith("which is of orders:beta.", (await SayAsync(Pause)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AStepThatWaits_WritesTheWord()
    {
        var rollout = await BakingAsync();
        _stage.Executions.Standing[Stage.Execution] = new(
            null, "Bake", Stage.Noted(rollout, own => own with { ApprovalRequest = new(1, Weight.FromPercent(10), Stage.Time) }));

        var given = await SayAsync(
            $$"""{ "execution": "{{Stage.Execution}}", "by": "alice", "approve": false }""", approves: true);

        Assert.StartsWith(
            "alice rejected step 1 of 2 of the rollout of orders:live, 10 % at version 4. All traffic goes back to version 3. ",
            given.Message,
            StringComparison.Ordinal);
        Assert.Contains("; reject by alice at ", _stage.Aliases.Description, StringComparison.Ordinal);
        Assert.Equal(20, (given.SeenBy - _time.GetUtcNow())!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Control_Throttled_TriesOnAndSaysSoInTime()
    {
        await BakingAsync();
        _stage.Aliases.Throttles = 3;
        Assert.True((await SayAsync(Pause)).Accepted);

        _stage.Aliases.Throttles = 1_000;
        Assert.Contains("AWS takes no more calls", (await SayAsync(Pause)).Message, StringComparison.Ordinal);
        Assert.InRange(_time.Waited, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Control_AFaultOfACall_IsAnAnswerAndNoFault()
    {
        await BakingAsync();
        foreach (var (fault, says) in new (Exception, string)[]
        {
            (new AccessDenied("User: x is not authorized"), "none of this stack's"),
            (new CallFailed("InternalFailure"), "It is not known whether the word was written"),
            (new ForeignDocument("another version"), "another version"),
        })
        {
            _stage.Executions.StandingFault = fault;
            var given = await SayAsync(Pause);
            Assert.False(given.Accepted);
            Assert.Contains(says, given.Message, StringComparison.Ordinal);
        }
    }

    private const string Pause = """{ "function": "orders", "alias": "live", "word": "pause", "by": "alice" }""";

    private async Task<Rollout> BakingAsync()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Executions.Standing[Stage.Execution] = new(null, "Bake", shifted);
        return shifted;
    }

    private Task<WordAnswer> SayAsync(string input, bool approves = false)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(input);
        var writer = new WordWriter(_stage.Aliases, _stage.Executions, _time);
        return approves
            ? new ApproveFunction(writer, _time).Approve(json, Stage.Context)
            : new ControlFunction(writer, _time).Control(json, Stage.Context);
    }
}
