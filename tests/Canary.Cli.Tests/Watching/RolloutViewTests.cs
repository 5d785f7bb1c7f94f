using Canary.Aliases;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Watching;

public class RolloutViewTests
{
    [Fact]
    public void ProgressOf_WhileBaking_TellsDoneCurrentAndWaiting()
    {
        var view = View() with { Document = Checked(1, NextState.Bake) };

        Assert.Equal([StepProgress.Done, StepProgress.Current, StepProgress.Waiting], Progress(view));
    }

    [Fact]
    public void ProgressOf_BeforeTheFirstShift_AllWait() =>
        Assert.All(Progress(View() with { Document = Planned }), progress => Assert.Equal(StepProgress.Waiting, progress));

    [Fact]
    public void ProgressOf_DecidedToRollBack_TheStepIsStopped() =>
        Assert.Equal(
            [StepProgress.Stopped, StepProgress.Waiting, StepProgress.Waiting],
            Progress(View() with { Document = Checked(0, NextState.Rollback) }));

    [Fact]
    public void ProgressOf_StoppedFromOutside_TheStepIsStopped() => Assert.Equal(
        [StepProgress.Stopped, StepProgress.Waiting, StepProgress.Waiting],
        Progress(View() with { Document = Checked(0, NextState.Bake), Ended = Start }));

    [Fact]
    public void ProgressOf_RolledBack_TheStepIsStopped() =>
        Assert.Equal(
            [StepProgress.Stopped, StepProgress.Waiting, StepProgress.Waiting],
            Progress(View() with { Document = RolledBack }));

    [Fact]
    public void ProgressOf_Promoted_AllDone() =>
        Assert.All(Progress(View() with { Document = Promoted }), progress => Assert.Equal(StepProgress.Done, progress));

    [Fact]
    public void SetWeight_WeightedAlias_IsTheCandidatesShare() =>
        Assert.Equal(12.5m, (View() with { Document = Shifted(0), Alias = new("1", "2", 0.125) }).SetWeight);

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 100)]
    public void SetWeight_SettledAlias_IsAllOrNothing(string version, int weight) =>
        Assert.Equal(weight, (View() with { Document = Shifted(0), Alias = new(version) }).SetWeight);

    [Fact]
    public void ObservedWeight_AfterAShift_CountsOnlySinceThen()
    {
        var view = (View() with { Document = Shifted(0) })
            .With(Served(("1", 90, 0)))
            .With(new AliasState("1", "2", 0.1))
            .With(Served(("1", 90 + 9, 0), ("2", 1, 1)));

        Assert.Equal(10, view.ObservedWeight);
        Assert.Equal(new TrafficCount(99, 0), view.Served.Of("1"));
        Assert.Equal(new TrafficCount(1, 1), view.Served.Of("2"));
    }

    [Fact]
    public void ObservedWeight_NoRequestSinceTheShift_IsUnknown() =>
        Assert.Null((View() with { Document = Shifted(0) })
            .With(Served(("1", 5, 0)))
            .With(new AliasState("1", "2", 0.1)).ObservedWeight);

    [Fact]
    public void Served_TrafficBeforeTheRollout_DoesNotCount()
    {
        var view = new RolloutView("sample", "live", Served(("1", 10, 2))).With(Served(("1", 15, 3)));

        Assert.Equal(new TrafficCount(5, 1), view.Served.Of("1"));
    }

    [Fact]
    public void HasAlarmFired_OnceInAlarm_StaysSo()
    {
        var view = View().With([new AlarmLight("errors", "OK")]);
        Assert.False(view.HasAlarmFired);

        view = view.With([new AlarmLight("errors", "ALARM")]).With([new AlarmLight("errors", "OK")]);

        Assert.True(view.HasAlarmFired);
    }

    private static StepProgress[] Progress(RolloutView view) => [view.ProgressOf(0), view.ProgressOf(1), view.ProgressOf(2)];
}
