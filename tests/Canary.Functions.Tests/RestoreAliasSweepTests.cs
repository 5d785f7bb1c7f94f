using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class RestoreAliasSweepTests
{
    private static readonly RestoreAliasInput Event = new(Stage.Time, new(Stage.Execution));

    private static readonly RestoreAliasInput Tick = new(Stage.Time, new(null));

    private readonly Stage _stage = new();

    private FakeExecutions Executions => _stage.Executions;

    private RestoreAliasFunction Restore => _stage.Restore();

    private AliasState? State => _stage.Aliases.State;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreAlias_AnEventThatComesAgainAfterAnotherPromotedTheSame_LeavesThat(bool isSweep)
    {
        Stopped("Decide", await _stage.Promoting.Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context));
        await Restore.RestoreAlias(Event, Stage.Context);
        _stage.Aliases.ChangeBehindItsBack(new("4"));

        await Restore.RestoreAlias(isSweep ? Tick : Event, Stage.Context);

        Assert.Equal(new AliasState("4"), State);
    }

    [Fact]
    public async Task RestoreAlias_ASweep_FindsWhatTheEventMissedAndLooksSixHoursBack()
    {
        Stopped("Bake", await _stage.ShiftedAsync());

        await Restore.RestoreAlias(Tick, Stage.Context);
        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3"), Stage.Time.AddHours(-6)), (State, Executions.Since));
    }

    [Fact]
    public async Task RestoreAlias_OneOfASweepFails_TheOthersAreRestoredAndTheFaultIsTold()
    {
        Executions.Broken = "arn:broken";
        Executions.Known["arn:broken"] = null;
        Stopped("Bake", await _stage.ShiftedAsync());

        var faults = await Assert.ThrowsAsync<AggregateException>(() => Restore.RestoreAlias(Tick, Stage.Context));

        Assert.IsType<AccessDenied>(Assert.Single(faults.InnerExceptions));
        Assert.Equal(new AliasState("3"), State);
    }

    private void Stopped(string state, Rollout rollout) => Executions.Known[Stage.Execution] = new("ABORTED", state, rollout);
}
