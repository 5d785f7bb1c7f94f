using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class CreateAliasFunctionTests
{
    private static readonly string Input = Stage.Input.Replace("}", """, "createAlias": true }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    public CreateAliasFunctionTests() => _stage.Aliases.ChangeBehindItsBack(null, "");

    private async Task<Rollout> ReadyAsync()
    {
        var published = await new PublishVersionFunction(_stage.Versions)
            .PublishVersion(Stage.At(await _stage.PlanAsync(Input)), Stage.Context);
        return await new AwaitVersionFunction(_stage.Versions, _stage.Teller).AwaitVersion(Stage.At(published), Stage.Context);
    }

    private Task<Rollout> CreateAsync(Rollout ready) =>
        new CreateAliasFunction(_stage.Writer, _stage.Teller).CreateAlias(Stage.At(ready, 5), Stage.Context);

    private Task<Rollout> RollbackAsync(Rollout rollout) =>
        new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits)
            .Rollback(Stage.At(rollout with { Error = new("States.Timeout", "late") }, 9), Stage.Context);

    [Fact]
    public async Task CreateAlias_ThereIsNone_ItIsCreatedAtTheCandidateHeldThenReleased()
    {
        var ready = await ReadyAsync();
        Assert.Equal((NextState.CreateAlias, null), (ready.Decision.Next, ready.StableVersion));

        var created = await CreateAsync(ready);

        Assert.Equal((new AliasState("4"), Hold.Of(Stage.Execution)), (_stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(NextState.FreeAlias, created.Decision.Next);
        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(created, 6), Stage.Context);
        Assert.Equal(
            (Outcome.Created, NextState.Succeeded, ""),
            (released.Outcome, released.Decision.Next, _stage.Aliases.Description));
        Assert.Contains("there was no version to shift from", released.Reason, StringComparison.Ordinal);
        Assert.Contains("the alarms are not watched", Assert.Single(released.Warnings!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAlias_TheAnswerWasLost_IsASuccess()
    {
        var ready = await ReadyAsync();
        _stage.Aliases.LoseNextAnswer = true;

        Assert.Equal(NextState.FreeAlias, (await CreateAsync(ready)).Decision.Next);
    }

    [Fact]
    public async Task CreateAlias_AnotherRolloutWasFaster_IsRolloutInProgress()
    {
        var ready = await ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("9"), Hold.Of(Stage.Other));

        await Assert.ThrowsAsync<RolloutInProgress>(() => CreateAsync(ready));
        Assert.Equal(Outcome.AliasChanged, (await RollbackAsync(ready)).Outcome);
        Assert.Equal(new AliasState("9"), _stage.Aliases.State);
    }

    [Fact]
    public async Task CreateAlias_SomebodyElseWasFaster_IsAliasChanged()
    {
        var ready = await ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("4"), "theirs");

        await Assert.ThrowsAsync<AliasChanged>(() => CreateAsync(ready));
        Assert.Equal(Outcome.AliasChanged, (await RollbackAsync(ready)).Outcome);
        Assert.Equal((new AliasState("4"), "theirs"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_BeforeTheCreation_SaysThatThereIsNoAlias()
    {
        var rollout = await RollbackAsync(await ReadyAsync());

        Assert.Equal(
            (Outcome.Failed, "Failed, and orders:live was not created (version 4 given up): States.Timeout: late"),
            (rollout.Outcome, rollout.Reason));
        Assert.Null(_stage.Aliases.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rollback_AfterTheCreation_LeavesTheAliasAtTheCandidateAndSaysSo(bool answered)
    {
        var ready = await ReadyAsync();
        var created = await CreateAsync(ready);

        var rollout = await RollbackAsync(answered ? created : ready);

        Assert.Equal(Outcome.Failed, rollout.Outcome);
        Assert.StartsWith(
            "Failed, with orders:live at version 4, where it was created, for there is no version before",
            rollout.Reason,
            StringComparison.Ordinal);
        Assert.Equal((new AliasState("4"), ""), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_SomebodyMovedTheNewAlias_OnlyLetsGo()
    {
        var created = await CreateAsync(await ReadyAsync());
        _stage.Aliases.ChangeBehindItsBack(new("7"));

        Assert.Equal(Outcome.AliasChanged, (await RollbackAsync(created)).Outcome);
        Assert.Equal((new AliasState("7"), ""), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task RestoreAlias_StoppedAtTheCreation_LetsGoOfTheAlias(bool answered, bool late)
    {
        var ready = await ReadyAsync();
        var created = await CreateAsync(ready);
        var executions = new FakeExecutions();
        executions.Known[Stage.Execution] = new("ABORTED", "CreateAlias", answered ? created : ready);

        await _stage.Restore(executions)
            .RestoreAlias(new(Stage.Time, late ? null : new(Stage.Execution)), Stage.Context);

        Assert.Equal((new AliasState("4"), ""), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task PlanRollout_NoAliasAndNotAllowed_NamesTheOption() =>
        Assert.Contains("give createAlias: true", Assert.Single((await _stage.PlanAsync()).Faults!), StringComparison.Ordinal);

    [Fact]
    public async Task PlanRollout_AnAliasThatExists_CreateAliasIsIgnored()
    {
        _stage.Aliases.ChangeBehindItsBack(new("3"), "");

        Assert.Equal(NextState.HoldAlias, (await _stage.PlanAsync(Input)).Decision.Next);
    }

    [Fact]
    public async Task RestoreAlias_ACreatedAliasThatReadsAsMissing_IsLookedAtAgain()
    {
        var created = await CreateAsync(await ReadyAsync());
        _stage.Executions.Known[Stage.Execution] = new("FAILED", "Failed", created with { Outcome = Outcome.AliasChanged });
        var restore = _stage.Restore();
        var tick = new RestoreAliasInput(Stage.Time, new(null));
        _stage.Aliases.ReadsLag = true;
        Assert.Empty(await restore.RestoreAlias(tick, Stage.Context));

        _stage.Aliases.ReadsLag = false;
        await restore.RestoreAlias(tick, Stage.Context);

        Assert.Equal((new AliasState("4"), ""), (_stage.Aliases.State, _stage.Aliases.Description));
    }
}
