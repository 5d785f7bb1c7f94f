using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Screens.Paper;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

/// <summary>The live screen where nothing goes on, or nothing is told.</summary>
public class StandstillTests
{
    [Fact]
    public void Draw_APausedOne_SaysByWhomAndWhatThen()
    {
        var document = Noted(Checked(0, NextState.Bake), own => own with
        {
            Words = new() { PausedBy = "alice", PausedUntil = Start.AddHours(1) },
        });

        var screen = Screen(View() with { Document = document, State = "Bake" }, 80);

        Assert.Contains("● paused  step 1/3", screen, StringComparison.Ordinal);
        Assert.Contains("by alice until 10:00:00 UTC; then it is rolled back", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_TrafficThatNobodyCounts_ShowsNoneOfIt()
    {
        var view = new RolloutView("orders", "live", TrafficSnapshot.Unknown) { Document = Checked(0, NextState.Bake) };

        Assert.DoesNotContain("requests", Screen(view, 80), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_AwsThatDoesNotAnswer_SaysSinceWhen() => Assert.Contains(
        "AWS did not answer: no route. Trying on since 09:00:00.",
        Screen(View() with { Trouble = new(Start, "AWS did not answer: no route.") }),
        StringComparison.Ordinal);
}
