using Canary.Bench.Scale;

namespace Canary.Bench.Tests.Scale;

/// <summary>Whole rollouts in virtual time: each ends as it deserves, and what is measured is what happened.</summary>
public class ScaleRunTests
{
    private static readonly ScaleRow Three = new("three", 3)
    {
        Plan = "\"deploymentConfig\": \"Canary10Percent5Minutes\", \"analysis\": false",
        FateOf = index => (Fate)index,
    };

    [Fact]
    public async Task Play_OneOfEachFate_EndsAsDeservedAndIsBackSoon()
    {
        var found = await ScaleRun.PlayAsync(Three);

        Assert.Equal(3, found.AsDeserved);
        Assert.Equal("1 Promoted, 1 RolledBack, 1 Stopped", ScaleReport.Endings(found));
        Assert.InRange(Assert.Single(found.Returns(Fate.Bad)), 0, 17);
        Assert.InRange(Assert.Single(found.Returns(Fate.Stopped)), 0, 5);
        Assert.InRange(Assert.Single(found.OverPlan), 1, 1.05);
    }

    [Fact]
    public async Task Play_Alone_LooksAtTheAlarmAtEveryInterval()
    {
        var found = await ScaleRun.PlayAsync(Three with { Rollouts = 1 });

        // A Lambda begins some moments after its state.
        Assert.InRange(found.Gaps[^1], 15, 16);
        Assert.Equal(found.Gaps.Count + 1, found.Calls.AlarmReads);
        Assert.Equal(0, found.Calls.Throttled);
    }

    [Fact]
    public async Task Play_WithoutQuotas_ThrottlesNothing()
    {
        var found = await ScaleRun.PlayAsync(Three with { Rollouts = 40, FateOf = _ => Fate.Good, HasQuotas = false });

        Assert.Equal(40, found.AsDeserved);
        Assert.Equal(0, found.Calls.Throttled);
    }

    [Fact]
    public async Task Goals_OneThatIsMissed_IsToldInTheReport()
    {
        var found = await ScaleRun.PlayAsync(
            Three with { Rollouts = 1, Goals = [ScaleGoal.AsDeserved, ScaleGoal.ScarceCalls(1), ScaleGoal.AlarmToBack(1, 0)] });

        Assert.False(found.MeetsGoals);
        Assert.True(ScaleGoal.AlarmToBack(1, 0).IsMet(found), "There was no alarm.");
        Assert.Contains("**missed**, scarce calls a rollout", ScaleReport.Of([found]), StringComparison.Ordinal);
        Assert.DoesNotContain("**missed**, endings", ScaleReport.Of([found]), StringComparison.Ordinal);
    }
}
