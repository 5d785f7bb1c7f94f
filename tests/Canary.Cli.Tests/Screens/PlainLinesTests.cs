using Canary.Aliases;
using Canary.Cli.Screens;
using Canary.Cli.Tests.Watching;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class PlainLinesTests
{
    [Fact]
    public void Of_NothingChanged_IsSilent()
    {
        var frame = Frame(View().Apply(Ran("PlanRollout", Planned)).With(new AliasState("1")));

        Assert.Empty(PlainLines.Of(frame, frame));
    }

    [Fact]
    public void Of_TheFirstFrame_TellsTheTitle() =>
        Assert.Equal("--- A good version: sample:live", PlainLines.Of(null, Frame(View())).First());

    [Fact]
    public void Of_AnAlarmThatFires_TellsFromWhatToWhat()
    {
        var before = Frame(View().With([new AlarmLight("errors", "OK")]));
        var after = Frame(View().With([new AlarmLight("errors", "ALARM")]));

        Assert.EndsWith("errors: OK -> ALARM.", Assert.Single(PlainLines.Of(before, after)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AShift_TellsTheStateAndTheAlias()
    {
        var before = Frame(View());
        var after = Frame(View().Apply(Ran("ShiftWeight", Shifted(0))).With(new AliasState("1", "2", 0.1)));

        Assert.Equal(
            [
                "09:00:00 (  4.2 s) ShiftWeight    Step 1 of 3.",
                "09:01:00 (  4.2 s) alias          live is at version 1, and 10 % to version 2.",
            ],
            PlainLines.Of(before, after));
    }

    [Fact]
    public void Of_ACheck_TellsWhatTheCandidateHasServed()
    {
        var view = View().With(Served(("1", 20, 0), ("2", 5, 1)));
        var lines = PlainLines.Of(Frame(view), Frame(view.Apply(Ran("CheckHealth", Checked(0, NextState.Bake)))));

        Assert.EndsWith(
            "1 of 1 alarms OK. Version 2 has served 5 requests, 1 failed.", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACheckWhoseReasonHasNoFullStop_AddsOne()
    {
        var document = Checked(0, NextState.Rollback) with { Reason = "1 in 150 by chance" };

        var lines = PlainLines.Of(Frame(View()), Frame(View().Apply(Ran("CheckHealth", document))));

        Assert.Contains("by chance. Version 2 has", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TheEnd_TellsTheStatusOnce()
    {
        var ended = Frame(View().Apply(Line("ExecutionSucceeded", data: Json(Promoted))));

        Assert.EndsWith("SUCCEEDED      promoted.", Assert.Single(PlainLines.Of(Frame(View()), ended)), StringComparison.Ordinal);
        Assert.Empty(PlainLines.Of(ended, ended));
    }

    private static ScreenFrame Frame(RolloutView view) =>
        new("A good version", view, Start.AddMinutes(1), TimeSpan.FromSeconds(4.2), 15);
}
