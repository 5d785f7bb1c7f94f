using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Canary.Aliases;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.News;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>Who stopped a rollout, why, and what was done then: nobody else tells it, for no state of it runs any more.</summary>
public class RestoreAliasTellsTests
{
    private static readonly RestoreAliasInput Event = new(Stage.Time.AddSeconds(62), new(Stage.Execution));
    private static readonly RestoreAliasInput Tick = new(Stage.Time.AddMinutes(5), new(null));

    private readonly Stage _stage = new();

    [Fact]
    public async Task RestoreAlias_StoppedWithAnErrorAndACause_TellsThemInReasonStoryAndEvent()
    {
        await StopAsync("BadRelease", "checkout fails for everyone");

        var done = Assert.Single(await _stage.Restore().RestoreAlias(Event, Stage.Context));

        const string end = "The execution ended in the state Bake, with BadRelease: checkout fails for everyone.";
        var reason = $"Stopped, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: t{end[1..]}";
        Assert.Equal(
            (StoryEntry[])[new(Stage.Time.AddSeconds(60), "Bake", end), new(Event.Time, "RestoreAlias", reason)],
            done.Story.TakeLast(2));
        Assert.Equal(reason, done.Reason);
        var told = Assert.Single(_stage.News.Sent, item => item.Kind == NewsKind.AliasRestored);
        Assert.Equal(
            ($"{Stage.Execution}/3/AliasRestored", "ABORTED", "BadRelease", "checkout fails for everyone"),
            (told.Id, told.Status, told.Error, told.Cause));
        Assert.Equal(
            ("3", "4", Outcome.Failed, 0m, reason, Event.Time),
            (told.StableVersion, told.CandidateVersion, told.Outcome, told.Weight, told.Reason, told.At));
        Assert.Equal(Outcome.Failed, Assert.Single(_stage.News.Written).Outcome);
    }

    [Theory]
    [InlineData(null, null, "The execution ended in the state Bake.")]
    [InlineData("Bad release", null, "The execution ended in the state Bake, with \"Bad release\".")]
    [InlineData(null, "checkout\nfails", "The execution ended in the state Bake: checkout\\nfails.")]
    public async Task RestoreAlias_StoppedWithFewWords_TellsWhatThereIs(string? error, string? cause, string told)
    {
        await StopAsync(error, cause);

        var done = Assert.Single(await _stage.Restore().RestoreAlias(Event, Stage.Context));

        Assert.Contains(done.Story, entry => entry.Text == told);
    }

    [Fact]
    public async Task RestoreAlias_StoppedOnItsWayBack_TellsBoth()
    {
        await StopAsync("Operator", "enough", new("AlarmFired", "errors is in ALARM"));

        var done = Assert.Single(await _stage.Restore().RestoreAlias(Event, Stage.Context));

        Assert.Contains("errors is in ALARM", done.Reason, StringComparison.Ordinal);
        Assert.Contains(done.Story, entry => entry.Text.EndsWith("with Operator: enough.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RestoreAlias_ASweepLooksAgain_SendsNoSecondEvent()
    {
        await StopAsync("Operator", "enough");
        await _stage.Restore().RestoreAlias(Event, Stage.Context);

        await _stage.Restore().RestoreAlias(Tick, Stage.Context);

        Assert.Single(_stage.News.Sent, item => item.Kind == NewsKind.AliasRestored);
        Assert.Single(_stage.News.Written);
    }

    [Fact]
    public async Task RestoreAlias_AnotherRolloutHoldsTheAlias_SendsNoEvent()
    {
        await StopAsync("Operator", "enough");
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), Hold.Of(Stage.Other));
        _stage.Executions.Statuses[Stage.Other] = "RUNNING";

        await _stage.Restore().RestoreAlias(Event, Stage.Context);

        Assert.DoesNotContain(_stage.News.Sent, item => item.Kind == NewsKind.AliasRestored);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreAlias_TheEventCannotBeSent_RestoresAllTheSameAndSaysSo(bool sweeps)
    {
        await StopAsync("Operator", "enough");
        _stage.News.IsBroken = true;
        var log = new TestLambdaLogger();

        var done = await _stage.Restore().RestoreAlias(
            sweeps ? Tick : Event, new TestLambdaContext { Logger = log, RemainingTime = TimeSpan.FromSeconds(60) });

        Assert.Equal((new AliasState("3"), 1), (_stage.Aliases.State, done.Count));
        Assert.Contains(
            "Not told: orders:live: given back to version 3: no bus", log.Buffer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestoreAlias_AfterAStop_LogsTheWholeDocument()
    {
        await StopAsync("Operator", "enough");
        var log = new TestLambdaLogger();

        var done = await _stage.Restore().RestoreAlias(
            Event, new TestLambdaContext { Logger = log, RemainingTime = TimeSpan.FromSeconds(60) });

        Assert.Contains(
            JsonSerializer.Serialize(Assert.Single(done), CanaryJson.Relaxed.Rollout),
            log.Buffer.ToString(),
            StringComparison.Ordinal);
    }

    private async Task StopAsync(string? error, string? cause, CaughtError? caught = null) =>
        _stage.Executions.Known[Stage.Execution] = new("ABORTED", "Bake", await _stage.ShiftedAsync() with { Error = caught })
        {
            Error = error,
            Cause = cause,
            EndedAt = Stage.Time.AddSeconds(60),
        };
}
