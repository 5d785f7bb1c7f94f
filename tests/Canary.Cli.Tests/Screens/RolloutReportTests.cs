using Canary.Aliases;
using Canary.Cli.Screens;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Screens.Paper;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class RolloutReportTests
{
    [Fact]
    public void Print_Evidence_IsAPlotOfIt()
    {
        var view = View() with { Document = Caught, Evidence = [new(Start, 0), new(Start.AddMinutes(1), 1.2)] };

        var report = Write(
            console => RolloutReport.Print(console, [new("A bad version", view, new("1"), new("1"), TimeSpan.FromSeconds(12))]));

        Assert.Contains(
            "The evidence against version 2, check by check: 0 is none, at 1 it is rolled back.",
            report,
            StringComparison.Ordinal);
        Assert.All(EvidencePlot.Draw(view.Evidence), line => Assert.Contains(line.Text, report, StringComparison.Ordinal));
    }

    [Fact]
    public void Print_NoEvidence_IsNoPlot() => Assert.DoesNotContain(
        "evidence",
        Write(console => RolloutReport.Print(console, [Result("FAILED", RolledBack, new("1"), new("1"))])),
        StringComparison.Ordinal);

    [Fact]
    public void Print_ARollout_TellsTimelineServedPriceAndDurations()
    {
        var view = View()
            .Apply(
                [Line("ExecutionStarted"), .. Ran("ShiftWeight", Shifted(0)), .. Ran("CheckHealth", Checked(0, NextState.Bake))])
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

    [Fact]
    public void Print_OneCheck_IsNoPlot()
    {
        var report = Report(View() with { Document = Caught, Evidence = [new(Start, 8.8)] });

        Assert.Contains(
            "The evidence against version 2 at the one check that had some: 8.80. At 1 it goes back.",
            report,
            StringComparison.Ordinal);
        Assert.DoesNotContain("┤", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Print_ARollback_TellsWhyOnce(int width)
    {
        const string Why = "Step 1 of 3 at 10 %: candidate 15 % of 60 requests failed, stable 0 % of 747";
        var found = Checked(0, NextState.Rollback) with { Reason = Why };
        var back = RolledBack with { Reason = $"Rolled back sample:live to version 1 (version 2 rejected): s{Why[1..]}." };
        var view = View().Apply([.. Ran("CheckHealth", found), .. Ran("Rollback", back)]);

        var report = string.Join(' ', Report(view, width).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("Rolled back sample:live to version 1 (version 2 rejected).", report, StringComparison.Ordinal);
        Assert.Single(report.Split("15 % of 60 requests").Skip(1));
    }

    [Theory]
    [InlineData("AliasChanged", "Somebody else changed it", "Gave way, and left sample:live as it is: somebody else changed it.")]
    [InlineData("Runtime.ExitError", "it crashed", "Gave way, and left sample:live as it is: Runtime.ExitError: it crashed.")]
    public void Print_AnError_IsToldOnce(string error, string message, string reason)
    {
        var view = View().Apply([
            Exited("CheckHealth", Shifted(0) with { Error = new(error, message) }),
            .. Ran("Rollback", RolledBack with { Reason = reason })]);

        var report = Report(view);

        Assert.Contains("Gave way, and left sample:live as it is.", report, StringComparison.Ordinal);
        Assert.Contains($"Gave up. {error}: {message}", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Print_SomebodyElsesChange_HasTheWeightThatItLeft()
    {
        var drift = RolledBack with { Outcome = Outcome.AliasChanged, Reason = "Gave way." };
        var view = View()
            .Apply(Ran("ShiftWeight", Shifted(0)))
            .With(new AliasState("3"))
            .Apply([
                Line("TaskStateEntered", "CheckHealth"),
                Line("TaskFailed", error: "AliasChanged"),
                Exited("CheckHealth", Shifted(0) with { Error = new("AliasChanged", "live was changed") }),
                .. Ran("Rollback", drift)]);

        var report = Report(view);

        Assert.Matches(@"ShiftWeight +10 %", report);
        Assert.Matches(@"CheckHealth +0 % +An attempt failed", report);
        Assert.Matches(@"CheckHealth +0 % +Gave up", report);
        Assert.Matches(@"Rollback +0 %", report);
    }

    [Fact]
    public void Print_TheMetrics_AreInThePrice()
    {
        var view = View() with { Document = Promoted, Transitions = 40, MetricsRead = 160 };

        Assert.Contains(
            "40 state transitions: $0.001000 at $0.025 for 1,000; 160 metrics read: $0.001600 at $0.01 for 1,000.",
            Report(view),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Print_ARefusal_HasNoEmptyTable()
    {
        var refused = Planned with { Outcome = Outcome.Refused, Steps = [], StableVersion = null };

        Assert.DoesNotContain("requests", Report(View() with { Document = refused, Ended = Start }), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_AFirstDeployment_IsASuccess() =>
        Assert.Contains(
            "✔ A version: created", Report(View() with { Document = Created, Ended = Start }), StringComparison.Ordinal);
}
