using Canary.Bench.Pipeline.Cells;
using Canary.Bench.World;

namespace Canary.Bench.Tests.World;

public class LiveAliasTests
{
    [Fact]
    public void Advance_TheSameSeed_TheSameTrafficHoweverItIsTold()
    {
        var scene = new Scene(5, .1, .2) { Variation = .5 };

        Assert.Equal(Totals(scene, Telling.AtOnce), Totals(scene, Tellings.PartsDisordered));
    }

    [Fact]
    public void Advance_APhaseOfAShift_BeginsWithThatShift()
    {
        var alias = new LiveAlias(
            new(20, 0, 0) { Phases = _ => [new(30, 1, 1, 0) { Shift = 2 }] }, Telling.AtOnce, 3);
        alias.Shift(.1);
        alias.Advance(alias.Now + 300);
        alias.Shift(.5);
        alias.Advance(alias.Now + 30);
        var before = alias.Candidate.Total;
        alias.Advance(alias.Now + 60);
        var after = alias.Candidate.Total;

        Assert.Equal(0, before.Bad);
        Assert.Equal(after.Requests - before.Requests, after.Bad);
        Assert.NotEqual(0, after.Bad);
    }

    [Fact]
    public void Advance_EvenTraffic_ComesLikeAClock()
    {
        var alias = new LiveAlias(new(1 / 60.0, 0, 0) { IsEven = true }, Telling.AtOnce, 3);
        alias.Shift(1);
        alias.Advance(alias.Now + 3_600);

        Assert.InRange(alias.Candidate.Total.Requests, 59, 61);
    }

    [Fact]
    public void Advance_Batches_FailOneAfterTheOther()
    {
        var alias = new LiveAlias(new(100, .01, .01) { Batch = 50 }, Telling.AtOnce, 5);
        alias.Shift(1);
        alias.Advance(alias.Now + 7_200);

        Assert.Equal(0, alias.Candidate.Total.Bad % 50);
        Assert.Equal(.01, alias.Candidate.Total.Rate, .002);
    }

    private static object Totals(Scene scene, Telling telling)
    {
        var alias = new LiveAlias(scene, telling, 11);
        alias.Shift(.3);
        alias.Advance(alias.Now + 900);
        return (alias.Candidate.Total, alias.Stable.Total, alias.PlannedAt);
    }
}
