using Canary.Aliases;
using Canary.News;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.News;

/// <summary>A rollout that has ended, in numbers.</summary>
public class RolloutFiguresTests
{
    [Fact]
    public void Of_ARollback_CountsFromTheFirstTraffic()
    {
        var shifted = Shifted();

        var figures = RolloutFigures.Of(shifted, RolledBack(shifted, 90))!;

        Assert.Equal(("orders", Outcome.RolledBack), (figures.Function, figures.Outcome));
        Assert.Equal((1, 90, 90), (Of(figures, "Rollouts"), Of(figures, "Duration"), Of(figures, "TimeToRollback")));
    }

    [Fact]
    public void Of_ARolloutWithKnownTraffic_ReckonsWhatTheCandidateServed()
    {
        var shifted = Shifted().Note(own => own with { Analysis = new() { RequestsPerMinute = 600 } });

        // A tenth of 600 requests a minute, for two minutes.
        Assert.Equal(120, Of(RolloutFigures.Of(shifted, RolledBack(shifted, 120))!, "RequestsExposed"));
    }

    [Fact]
    public void Of_AnApprovalThatNobodyGave_CountsIt()
    {
        var waiting = Shifted().Note(own => own with
        {
            ApprovalRequest = new(1, Weight.FromPercent(10), Given.Time),
            Checks = new() { ThrottledChecks = 3 },
        });

        var figures = RolloutFigures.Of(waiting, RolledBack(waiting, 90))!;

        Assert.Equal((1, 3), (Of(figures, "ApprovalsWaitedFor"), Of(figures, "ChecksThrottled")));
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:orders", "orders")]
    [InlineData("orders", "orders")]
    [InlineData("no function at all", "unknown")]
    [InlineData("", "unknown")]
    public void Of_AnyFunction_NamesAMetricThatThereMayBe(string function, string name)
    {
        var refused = Shifted() with { Function = function, Outcome = Outcome.Refused };

        Assert.Equal(name, RolloutFigures.Of(null, refused)!.Function);
    }

    [Fact]
    public void Of_ARolloutThatGoesOnOrHadEndedBefore_IsNothing()
    {
        var (shifted, ended) = (Shifted(), RolledBack(Shifted(), 90));

        Assert.Null(RolloutFigures.Of(shifted, shifted));
        Assert.Null(RolloutFigures.Of(ended, ended));
    }

    private static Rollout Shifted() => Given.Shifted(Given.Step(10, 300), Given.Step(100, 0));

    private static Rollout RolledBack(Rollout rollout, int seconds) =>
        Rollback.RolledBack(rollout, RollbackMove.Restore, new(new("3"), "r"), Given.Time.AddSeconds(seconds));

    private static double Of(RolloutFigures figures, string name) => figures.Values.Single(one => one.Name == name).Value;
}
