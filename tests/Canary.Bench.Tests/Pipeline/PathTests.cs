using Canary.Bench.Pipeline;
using Canary.Bench.Pipeline.Cells;
using Canary.Bench.World;

namespace Canary.Bench.Tests.Pipeline;

/// <summary>Whole rollouts, played in the world.</summary>
public class PathTests
{
    private static readonly Cell Dead = new("X", "fails everything", new(50, 0, 1), Tellings.Whole, Plans.FiveMinutes)
    {
        RegressionFrom = 0,
    };

    private static readonly Cell Flawless = Dead with { Scene = new(50, 0, 0) };

    [Fact]
    public void Play_TheSameSeed_TheSameRollout() => Assert.Equal(Played.Of(Dead, 99), Played.Of(Dead, 99));

    [Fact]
    public void Play_ADeadCandidate_IsRolledBackWithAllItsFailuresCounted()
    {
        var played = Played.Of(Dead, 1);

        Assert.True(played.RolledBack);
        Assert.Equal(played.Requests, played.Failed);
        Assert.InRange(played.Seconds, 60, 420);
    }

    [Fact]
    public void Play_AFlawlessCandidate_IsPromoted()
    {
        var played = Played.Of(Flawless, 1);

        Assert.False(played.RolledBack);
        Assert.InRange(played.Requests, 1_200, 1_800);
    }

    [Fact]
    public void Play_SlowRequests_AreJudged()
    {
        var slow = Warmth.All.Single(cell => cell.Id == "B8");

        Assert.True(Played.Of(slow, 1).RolledBack);
    }

    [Fact]
    public void Rivals_ADeadCandidate_IsSeenByEachOfThemInItsTurn()
    {
        var ends = Rivals.Names.Zip(Rivals.Play(Dead with { Telling = Telling.AtOnce }, 1)).ToDictionary();

        Assert.All(ends.Values, end => Assert.True(end.RolledBack));
        Assert.True(ends["any error"].Seconds < ends["alarm > 5 % twice"].Seconds);
        Assert.Equal(61, ends[Rivals.Deploy].Seconds);
    }

    [Fact]
    public void Rivals_AFlawlessCandidate_IsLeftToItsEnd() =>
        Assert.All(Rivals.Play(Flawless, 1), end => Assert.False(end.RolledBack));

    [Fact]
    public void Cells_EachOfThem_HasAnIdOfItsOwnAndAnInputThatIsTaken()
    {
        var cells = AllCells.InOrder;

        Assert.Equal(cells.Count, cells.DistinctBy(cell => cell.Id).Count());
        Assert.All(cells, cell => Assert.NotEqual(0, Played.Of(cell, 1).Seconds));
    }
}
