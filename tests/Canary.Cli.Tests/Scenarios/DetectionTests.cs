using Canary.Cli.Scenarios;
using Canary.Cli.Watching;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Scenarios;

public class DetectionTests
{
    [Fact]
    public void IsByAnalysis_ItsReasonIsTheRolloutsReason_Is() =>
        Assert.True(Detection.IsByAnalysis(View() with { Document = Caught }));

    [Fact]
    public void IsByAnalysis_AnotherReason_IsNot() =>
        Assert.False(Detection.IsByAnalysis(View() with { Document = Caught with { Reason = "alarm errors is in ALARM." } }));

    [Fact]
    public void IsByAnalysis_NoAnalysis_IsNot() => Assert.False(Detection.IsByAnalysis(View() with { Document = RolledBack }));

    [Fact]
    public void Delay_ShiftAndChecks_IsFromTheFirstToTheLast()
    {
        var view = View().Apply(Ran("CheckHealth", Checked(0, NextState.Bake)));
        Assert.Equal(TimeSpan.Zero, Detection.Delay(view));

        view = view with
        {
            Timeline =
            [
                At("ShiftWeight", 0), At("CheckHealth", 10), At("ShiftWeight", 10), At("CheckHealth", 25), At("Rollback", 26),
            ],
        };

        Assert.Equal(TimeSpan.FromSeconds(25), Detection.Delay(view));
    }

    private static TimelineEntry At(string state, int seconds) => new(Start.AddSeconds(seconds), state, "", 10);
}
