using Canary.Local.Demo;
using Canary.Rollouts;
using static Canary.Local.Tests.Demo.Rollouts;

namespace Canary.Local.Tests.Demo;

public class HappeningTests
{
    [Fact]
    public async Task ActAsync_Once_IsNeverDueAgain()
    {
        var happening = new Happening("somebody", _ => true, (view, _) => Task.FromResult($"saw {view.Function}"));
        Assert.True(happening.IsDue(View()));
        Assert.Null(happening.At);

        var told = await happening.ActAsync(View(), Start, TestContext.Current.CancellationToken);

        Assert.Equal("saw sample", told);
        Assert.Equal(Start, happening.At);
        Assert.False(happening.IsDue(View()));
    }

    [Fact]
    public void IsMiddle_TheFirstStepBakesOnAfterACheck_Is() =>
        Assert.True(Happening.IsMiddle(View() with { State = "Bake", Document = Checked(0, NextState.Bake) }));

    [Fact]
    public void IsMiddle_NotCheckedYet_IsNot() => Assert.False(Happening.IsMiddle(View() with { State = "Bake", Document = Shifted(0) }));

    [Fact]
    public void IsMiddle_AnotherState_IsNot() =>
        Assert.False(Happening.IsMiddle(View() with { State = "CheckHealth", Document = Checked(0, NextState.Bake) }));

    [Fact]
    public void IsMiddle_Ended_IsNot() =>
        Assert.False(Happening.IsMiddle(View() with { State = "Bake", Document = Checked(0, NextState.Bake), Ended = Start }));
}
