using Canary.Rollouts;
using Canary.Statistics;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Watching;

public class HistoryReadingTests
{
    [Fact]
    public void With_EachStateEntered_CountsATransition()
    {
        var view = View()
            .Apply([
                Line("ExecutionStarted"),
                .. Ran("PlanRollout", Planned),
                Line("ChoiceStateEntered", "Decide"),
                Line("ChoiceStateExited", "Decide"),
            ]);

        Assert.Equal(2, view.Transitions);
        Assert.Equal("Decide", view.State);
        Assert.Equal(Start, view.Started);
    }

    [Fact]
    public void With_ARetry_CountsATransitionAndTellsTheError()
    {
        var view = View().Apply([
            Line("TaskStateEntered", "AwaitVersion"),
            Line("TaskScheduled"),
            Line("TaskFailed", error: "VersionNotReady"),
            Line("TaskScheduled"),
            Line("TaskSucceeded"),
            Exited("AwaitVersion", Planned)]);

        Assert.Equal(2, view.Transitions);
        Assert.Contains("VersionNotReady", view.Timeline[0].Text, StringComparison.Ordinal);
        Assert.Equal("AwaitVersion", view.Timeline[0].State);
    }

    [Fact]
    public void With_AnAbortThatAChangeMeets_TellsOfNoFailure() => Assert.Empty(View().Apply([
        Line("TaskStateEntered", "ShiftWeight"),
        Line("TaskScheduled"),
        Line("TaskFailed", error: "Aborted")]).Timeline);

    [Fact]
    public void With_TheStateThatAskedInAnEarlierRelease_TellsNothing() =>
        Assert.Empty(View().Apply(Ran("AskApproval", Checked(0, NextState.Bake))).Timeline);

    [Fact]
    public void With_ThePlan_TellsItFromTheStory()
    {
        var entry = Assert.Single(View().Apply(Ran("PlanRollout", Planned)).Timeline);

        Assert.Equal("The plan is 10 % for 120 s, 50 % for 60 s, 100 %.", entry.Text);
        Assert.Equal(0, entry.Weight);
    }

    [Fact]
    public void With_AShift_TellsTheWeight()
    {
        var entry = Assert.Single(View().Apply(Ran("ShiftWeight", Shifted(1))).Timeline);

        Assert.Equal(50, entry.Weight);
        Assert.Equal("Step 2 of 3.", entry.Text);
    }

    [Theory]
    [InlineData(NextState.Bake, true)]
    [InlineData(NextState.ShiftWeight, false)]
    [InlineData(NextState.Rollback, false)]
    public void With_ACheck_IsRoutineOnlyIfTheBakeGoesOn(NextState next, bool routine) =>
        Assert.Equal(routine, Assert.Single(View().Apply(Ran("CheckHealth", Checked(0, next))).Timeline).IsRoutine);

    [Fact]
    public void With_AQuestionToAPerson_IsToldOnceAndIsRoutineAfterwards()
    {
        var view = View().Apply(
            [.. Ran("CheckHealth", Checked(0, NextState.Bake)), .. Ran("CheckHealth", Asking), .. Ran("CheckHealth", Asking)]);

        Assert.Equal([true, false, true], view.Timeline.Select(entry => entry.IsRoutine));
    }

    [Fact]
    public void With_Checks_KeepsTheEvidenceOfThoseThatHadSome()
    {
        var view = View().Apply(
        [
            .. Ran("CheckHealth", Checked(0, NextState.Bake)),
            .. Ran("CheckHealth", Checked(0, NextState.Bake).Found(null)),
            .. Ran("CheckHealth", Checked(0, NextState.Bake).Found(-.2)),
            .. Ran("CheckHealth", Checked(0, NextState.Rollback).Found(1.2)),
            .. Ran("Rollback", Caught),
        ]);

        Assert.Equal([new(Start, -.2), new(Start, 1.2)], view.Evidence);
    }

    [Fact]
    public void With_AComparison_CountsTheMetricsThatItAskedFor()
    {
        var document = Checked(0, NextState.Bake).Found(0);
        document = Noted(document, own => own with { Analysis = own.Analysis! with { Errors = Calibration.Steady } }) with
        {
            Steps = [document.Steps[0] with { StartedAt = Start.AddMinutes(-5) }, .. document.Steps.Skip(1)],
        };

        Assert.Equal(16, View().Apply([.. Ran("CheckHealth", document), .. Ran("CheckHealth", document)]).MetricsRead);
    }

    [Fact]
    public void With_APromotion_EndsAtAllTraffic()
    {
        var view = View().Apply([
            .. Ran("Promote", Promoted),
            Line("SucceedStateEntered", "Succeeded"),
            Line("ExecutionSucceeded", data: Json(Promoted)),
        ]);

        Assert.Equal("SUCCEEDED", view.Status);
        Assert.Equal(100, Assert.Single(view.Timeline).Weight);
        Assert.True(view.HasEnded);
    }

    [Fact]
    public void With_ARollback_EndsAtNoTraffic()
    {
        var view = View()
            .Apply([
                .. Ran("Rollback", RolledBack),
                Line("FailStateEntered", "Failed"),
                Line("ExecutionFailed", data: Json(RolledBack), error: "RolledBack"),
            ]);

        Assert.Equal("FAILED", view.Status);
        Assert.Equal(Outcome.RolledBack, view.Document!.Outcome);
        Assert.Equal(0, Assert.Single(view.Timeline).Weight);
    }

    [Fact]
    public void With_AStop_KeepsTheDocumentAndTellsTheCause()
    {
        var view = View().Apply([.. Ran("ShiftWeight", Shifted(0)), Line("ExecutionAborted", data: "by hand", error: "Stopped")]);

        Assert.Equal("ABORTED", view.Status);
        Assert.Equal(0, view.Document!.Internal.CurrentStep);
        Assert.Equal("The execution ended as ABORTED: Stopped: by hand", view.Timeline[^1].Text);
    }

    [Fact]
    public void With_ACaughtError_TellsWhatWasGivenUp()
    {
        var document = Shifted(0) with { Error = new("States.Timeout", "too slow") };

        Assert.Equal(
            "Gave up. States.Timeout: too slow",
            Assert.Single(View().Apply(Exited("ShiftWeight", document)).Timeline).Text);
    }
}
