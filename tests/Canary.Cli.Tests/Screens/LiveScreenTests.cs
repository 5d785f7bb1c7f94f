using Canary.Aliases;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Screens.Paper;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class LiveScreenTests
{
    [Fact]
    public void Draw_InTheMiddle_ShowsAllThereIsToKnow()
    {
        var view = (View() with { Document = Checked(0, NextState.Bake), State = "Bake", Transitions = 9 })
            .With(new AliasState("1", "2", 0.1))
            .With([new AlarmLight("sample-live-errors", "OK")])
            .With(Served(("1", 1800, 0), ("2", 200, 40)));

        var screen = Screen(view, 80);

        Assert.Contains("sample:live → version 2", screen, StringComparison.Ordinal);
        Assert.Contains("10 % for 2 min, 50 % for 1 min, 100 %", screen, StringComparison.Ordinal);
        Assert.Contains("● 10 %", screen, StringComparison.Ordinal);
        Assert.Contains("○ 50 %", screen, StringComparison.Ordinal);
        Assert.Matches(@"1 stable +1,800 +0 +90\.0 %", screen);
        Assert.Matches(@"2 candidate +200 +40 +10\.0 %", screen);
        Assert.Contains("set 10 % · observed 10.0 % of 2,000", screen, StringComparison.Ordinal);
        Assert.Contains("sample-live-errors OK", screen, StringComparison.Ordinal);
        Assert.Contains("Bake · 9 transitions", screen, StringComparison.Ordinal);
        Assert.Contains("09:01:00 UTC at 15 times the speed · 4.2 s of yours", screen, StringComparison.Ordinal);
        Assert.Contains("1 of 1 alarms OK.", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(-0.12, "-0.12")]
    [InlineData(0.4, "0.40")]
    public void Draw_Evidence_HasNoZeroWithASign(double evidence, string expected) => Assert.Contains(
        $"░ {expected} · rolled back at 1",
        Screen(View() with { Document = Checked(0, NextState.Bake), Evidence = [new(Start, evidence)] }, 80),
        StringComparison.Ordinal);

    [Fact]
    public void Draw_Anything_FitsASmallTerminal()
    {
        var reason = string.Join(' ', Enumerable.Repeat("because", 20));
        var view = (View() with { Document = Checked(0, NextState.Bake) with { Reason = reason }, Evidence = [new(Start, .4)] })
            .With(Served(("1", 5, 0), ("2", 5, 1)));

        var lines = Screen(view, 80).TrimEnd().Split('\n');

        Assert.InRange(lines.Length, 10, 23);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(80, 16)]
    [InlineData(60, 20)]
    [InlineData(60, 13)]
    public void Fit_ALowTerminal_StillShowsAlarmsStateAndReason(int width, int height)
    {
        var lines = Fitted(width, height);

        Assert.InRange(lines.Length, 10, height);
        Assert.Contains(lines, line => line.Contains("● 10 %", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("sample-live-errors OK", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Bake · 9 transitions", StringComparison.Ordinal));
        Assert.Contains("1 of 1 alarms OK.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FewerAndFewerLines_SparesAirThenThePlanThenIdleSteps()
    {
        var kept = Enumerable.Range(10, 30).Reverse().Select(height => Fitted(80, height)).Select(lines => (
            Air: lines.Any(string.IsNullOrWhiteSpace),
            Plan: lines.Any(line => line.StartsWith("plan", StringComparison.Ordinal)),
            Steps: lines.Count(line => line.Contains('●') && line.Contains('%') || line.Contains('○')))).Distinct();

        Assert.Equal([(true, true, 3), (false, true, 3), (false, false, 3), (false, false, 2)], kept);
    }

    [Fact]
    public void Draw_SomethingHappened_TellsIt()
    {
        var view = (View() with { Document = Checked(0, NextState.Bake) })
            .With(new AliasState("1", "2", 0.1))
            .Tell(Start, "somebody", "Pressed Stop.");

        Assert.Contains("news     09:00:00 somebody: Pressed Stop.", Screen(view), StringComparison.Ordinal);
        Assert.Equal(new TimelineEntry(Start, "somebody", "Pressed Stop.", 10), view.Timeline[^1]);
    }

    [Theory]
    [InlineData(-.2, "evidence ░░░░░░░░░░░░░░░░░░░░ -0.20")]
    [InlineData(.5, "evidence ██████████░░░░░░░░░░ 0.50 · rolled back at 1")]
    [InlineData(2.4, "evidence ████████████████████ 2.40")]
    public void Draw_Evidence_IsABarUpToARollback(double evidence, string expected)
    {
        var view = View() with { Document = Checked(0, NextState.Bake), Evidence = [new(Start, .1), new(Start, evidence)] };

        Assert.Contains(expected, Screen(view), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_BeforeAnythingIsKnown_Works() =>
        Assert.Contains("sample:live", Screen(View()), StringComparison.Ordinal);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_AStepThatBakes_TellsWhichAndHowMuchOfItIsLeft(int width, int height)
    {
        var screen = Screen(Baking(), width, height);

        Assert.Contains("in progress  step 1/3", screen, StringComparison.Ordinal);
        Assert.Contains("bake     ██████████░░░░░░░░░░ 1 min left of 2 min", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_TheTrafficsSplit_IsABar(int width, int height) => Assert.Contains(
        "weight   ██░░░░░░░░░░░░░░░░░░ set 10 % · observed 10.0 % of 2,000",
        Screen(Baking(), width, height),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_SomebodyIsAsked_SaysSoLoudly(int width, int height)
    {
        var view = View() with { Document = Asking, State = "Bake" };

        var lines = Screen(view, width, height).Split('\n');

        Assert.StartsWith(
            " ▲ SOMEBODY HAS TO ACT  Approve or reject step 1 before 09:03:00 UTC.", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.StartsWith("waits    █████████████░░░░░░░ 2 min left of 6 min for approval", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_NobodyIsAsked_IsNotLoud() => Assert.DoesNotContain("SOMEBODY", Screen(Baking()), StringComparison.Ordinal);

    [Theory]
    [InlineData(-30, false)]
    [InlineData(-90, true)]
    public void Draw_AWeightThatIsLeftBehind_IsLoudOnceItIsUnusual(int endedBefore, bool isLoud)
    {
        var view = (View() with { Document = Checked(0, NextState.Bake), Ended = Start.AddMinutes(1).AddSeconds(endedBefore) })
            .With(new AliasState("1", "2", .1));

        Assert.Equal(isLoud, Screen(view).Contains("set it to version 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_OnTheWayBack_IsNotInProgress(int width, int height)
    {
        var screen = Screen(View() with { Document = Checked(0, NextState.Rollback), State = "Rollback" }, width, height);

        Assert.Contains("✘ going back", screen, StringComparison.Ordinal);
        Assert.Contains("✘ 10 %", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("in progress", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_ARefusal_HasNoPlanAndNoSteps(int width, int height)
    {
        var refused = Planned with
        {
            Outcome = Outcome.Refused,
            Steps = [],
            StableVersion = null,
            Reason = "Refused: there is no such function.",
        };

        var screen = Screen(View() with { Document = refused, Ended = Start }, width, height);

        Assert.Contains("✘ refused", screen, StringComparison.Ordinal);
        Assert.All(["plan", "step", "requests", "bake"], word => Assert.DoesNotContain(word, screen, StringComparison.Ordinal));
        Assert.DoesNotContain("\n\n", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_Stopped_TellsWhyAndNotWhatWasLeft(int width, int height)
    {
        var baking = Checked(0, NextState.Bake) with { Reason = "Step 1 of 3 at 10 %: 1 of 1 alarms OK; 45 s left." };
        var view =
            (View() with { Document = baking }).Apply(Line("ExecutionAborted", data: "Somebody pressed Stop.", error: "Stopped"));

        var screen = Screen(view, width, height);

        Assert.Contains("✘ stopped", screen, StringComparison.Ordinal);
        Assert.Contains("ABORTED: Stopped: Somebody pressed Stop.", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("45 s left", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void Draw_AFirstDeployment_IsASuccess(int width, int height) =>
        Assert.Contains(
            "✔ created", Screen(View() with { Document = Created, Ended = Start }, width, height), StringComparison.Ordinal);

    [Fact]
    public void Draw_ALongReason_NeverPartsANumberFromItsUnit()
    {
        var reason = string.Join(", ", Enumerable.Range(1, 30).Select(number => $"{number} % of {number} in 5 min"));
        for (var width = 60; width <= 120; width++)
        {
            var lines = Screen(View() with { Document = Planned with { Reason = reason } }, width, 40).Split('\n');

            Assert.DoesNotContain(
                lines,
                line => line.TrimStart().StartsWith('%') || line.TrimStart().StartsWith("min", StringComparison.Ordinal));
        }
    }

    /// <summary>In the middle of the first step.</summary>
    private static RolloutView Baking()
    {
        var document = Checked(0, NextState.Bake);
        return (View() with
        {
            Document = document with { Steps = [document.Steps[0] with { StartedAt = Start }, .. document.Steps.Skip(1)] },
        })
            .With(new AliasState("1", "2", 0.1))
            .With(Served(("1", 1800, 0), ("2", 200, 40)));
    }

    private static string[] Fitted(int width, int height)
    {
        var view = (View() with { Document = Checked(0, NextState.Bake), State = "Bake", Transitions = 9 })
            .With([new AlarmLight("sample-live-errors", "OK")])
            .With(Served(("1", 1800, 0), ("2", 200, 40)));
        return Screen(view, width, height).TrimEnd().Split('\n');
    }
}
