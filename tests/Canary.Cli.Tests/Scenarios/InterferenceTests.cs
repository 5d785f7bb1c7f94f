using Canary.Cli.Scenarios;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Scenarios;

public class InterferenceTests
{
    [Fact]
    public async Task ActAsync_Once_IsNeverDueAgain()
    {
        var happening = new Interference("somebody", _ => true, (view, _) => Task.FromResult($"saw {view.Function}"));
        Assert.True(happening.IsDue(View()));
        Assert.Null(happening.At);

        var told = await happening.ActAsync(View(), Start, TestContext.Current.CancellationToken);

        Assert.Equal("saw sample", told);
        Assert.Equal(Start, happening.At);
        Assert.False(happening.IsDue(View()));
    }

    [Fact]
    public void IsMiddle_TheFirstStepBakesOnAfterACheck_Is() =>
        Assert.True(Interference.IsMiddle(View() with { State = "Bake", Document = Checked(0, NextState.Bake) }));

    [Fact]
    public void IsMiddle_NotCheckedYet_IsNot() =>
        Assert.False(Interference.IsMiddle(View() with { State = "Bake", Document = Shifted(0) }));

    [Fact]
    public void IsMiddle_AnotherState_IsNot() =>
        Assert.False(Interference.IsMiddle(View() with { State = "CheckHealth", Document = Checked(0, NextState.Bake) }));

    [Fact]
    public void IsMiddle_Ended_IsNot() =>
        Assert.False(Interference.IsMiddle(View() with { State = "Bake", Document = Checked(0, NextState.Bake), Ended = Start }));
}
