using Canary.Aliases;
using Canary.Cli.Screens;
using Canary.Cli.Tests.Watching;
using Canary.Cli.Watching;
using Canary.Rollouts;
using Spectre.Console;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class DisplayTests
{
    [Fact]
    public void Draw_InTheMiddle_ShowsAllThereIsToKnow()
    {
        var view = (View() with { Document = Checked(0, NextState.Bake), State = "Bake", Transitions = 9 })
            .With(new AliasState("1", "2", 0.1))
            .With([new AlarmLight("sample-live-errors", "OK")])
            .With(Served(("1", 1800, 0), ("2", 200, 40)));

        var screen = Write(console => console.Write(LiveScreen.Fit(Frame(view), console)), width: 80);

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

    [Fact]
    public void Draw_Anything_FitsASmallTerminal()
    {
        var reason = string.Join(' ', Enumerable.Repeat("because", 20));
        var view = (View() with { Document = Checked(0, NextState.Bake) with { Reason = reason }, Evidence = [new(Start, .4)] })
            .With(Served(("1", 5, 0), ("2", 5, 1)));

        var lines = Write(console => console.Write(LiveScreen.Fit(Frame(view), console)), width: 80).TrimEnd().Split('\n');

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
        var view = (View() with { Document = Checked(0, NextState.Bake) }).With(new AliasState("1", "2", 0.1)).Tell(Start, "somebody", "Pressed Stop.");

        Assert.Contains("news     09:00:00 somebody: Pressed Stop.", Write(console => console.Write(LiveScreen.Fit(Frame(view), console))), StringComparison.Ordinal);
        Assert.Equal(new TimelineEntry(Start, "somebody", "Pressed Stop.", 10), view.Timeline[^1]);
    }

    [Theory]
    [InlineData(-.2, "evidence ░░░░░░░░░░░░░░░░░░░░ -0.20")]
    [InlineData(.5, "evidence ██████████░░░░░░░░░░ 0.50 · rolled back at 1")]
    [InlineData(2.4, "evidence ████████████████████ 2.40")]
    public void Draw_Evidence_IsABarUpToARollback(double evidence, string expected)
    {
        var view = View() with { Document = Checked(0, NextState.Bake), Evidence = [new(Start, .1), new(Start, evidence)] };

        Assert.Contains(expected, Write(console => console.Write(LiveScreen.Fit(Frame(view), console))), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_Evidence_IsAPlotOfIt()
    {
        var view = View() with { Document = Caught, Evidence = [new(Start, 0), new(Start.AddMinutes(1), 1.2)] };

        var report = Write(console => RolloutReport.Print(console, [new("A bad version", view, new("1"), new("1"), TimeSpan.FromSeconds(12))]));

        Assert.Contains("The evidence against version 2, check by check: 0 is none, at 1 it is rolled back.", report, StringComparison.Ordinal);
        Assert.All(EvidencePlot.Draw(view.Evidence), line => Assert.Contains(line.Text, report, StringComparison.Ordinal));
    }

    [Fact]
    public void Print_NoEvidence_IsNoPlot() => Assert.DoesNotContain(
        "evidence",
        Write(console => RolloutReport.Print(console, [Result("FAILED", RolledBack, new("1"), new("1"))])),
        StringComparison.Ordinal);

    [Fact]
    public void Draw_BeforeAnythingIsKnown_Works() =>
        Assert.Contains("sample:live", Write(console => console.Write(LiveScreen.Fit(Frame(View()), console))), StringComparison.Ordinal);

    [Fact]
    public async Task FollowAsync_Plain_WritesNoEscapeCode()
    {
        using var output = new StringWriter();

        var last = await new PlainDisplay(output).FollowAsync(FramesAsync(View(), View().Apply(Ran("PlanRollout", Planned))));

        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.Equal(2, output.ToString().TrimEnd().Split('\n').Length);
        Assert.NotNull(last.View.Document);
    }

    [Fact]
    public async Task FollowAsync_Live_LeavesTheLastFrameOnTheScreen()
    {
        ScreenFrame? last = null;

        var frames = FramesAsync(View(), View() with { State = "Bake" });

        var screen = await WriteAsync(async console =>
        {
            console.Profile.Height = 24;
            last = await new ScreenDisplay(console).FollowAsync(frames);
        });

        Assert.Equal("Bake", last!.View.State);
        Assert.Contains("Bake", screen, StringComparison.Ordinal);
        Assert.Contains("plan", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Print_ARollout_TellsTimelineServedPriceAndDurations()
    {
        var view = View()
            .Apply([Line("ExecutionStarted"), .. Ran("ShiftWeight", Shifted(0)), .. Ran("CheckHealth", Checked(0, NextState.Bake))])
            .Apply(Ran("Promote", Promoted))
            .With(Served(("1", 90, 0), ("2", 10, 2)))
            .Apply(new HistoryLine(9, Start.AddMinutes(3), "ExecutionSucceeded", Data: Json(Promoted)));
        var result = new RolloutResult("A good version", view, new("1"), new("2"), TimeSpan.FromSeconds(12));

        var report = Write(console => RolloutReport.Print(console, [result]));

        Assert.Contains("✔ A good version: promoted", report, StringComparison.Ordinal);
        Assert.Matches(@"09:00:00 +ShiftWeight +10 % +Step 1 of 3\.", report);
        Assert.Matches(@"09:00:00 +Promote +100 % +live is at version 2 now\.", report);
        Assert.DoesNotContain("CheckHealth", report, StringComparison.Ordinal);
        Assert.Matches(@"2 +10 +2 +20\.0 %", report);
        Assert.Contains("Alias live: version 1 before, version 2 after", report, StringComparison.Ordinal);
        Assert.Contains("3 state transitions: $0.000075 at $0.025 for 1,000", report, StringComparison.Ordinal);
        Assert.Contains("Took 3 min 0 s on the AWS side, 12.0 s really", report, StringComparison.Ordinal);
    }

    private static string[] Fitted(int width, int height)
    {
        var view = (View() with { Document = Checked(0, NextState.Bake), State = "Bake", Transitions = 9 })
            .With([new AlarmLight("sample-live-errors", "OK")])
            .With(Served(("1", 1800, 0), ("2", 200, 40)));
        return Write(console =>
        {
            console.Profile.Height = height;
            console.Write(LiveScreen.Fit(Frame(view), console));
        }, width).TrimEnd().Split('\n');
    }

    private static ScreenFrame Frame(RolloutView view) => new("A good version", view, Start.AddMinutes(1), TimeSpan.FromSeconds(4.2), 15);

    private static async IAsyncEnumerable<ScreenFrame> FramesAsync(params RolloutView[] views)
    {
        foreach (var view in views)
        {
            await Task.Yield();
            yield return Frame(view);
        }
    }

    private static string Write(Action<IAnsiConsole> write, int width = 120) => WriteAsync(console =>
    {
        write(console);
        return Task.CompletedTask;
    }, width).GetAwaiter().GetResult();

    private static async Task<string> WriteAsync(Func<IAnsiConsole, Task> writeAsync, int width = 120)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        await writeAsync(console);
        return output.ToString();
    }
}
