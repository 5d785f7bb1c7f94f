using Canary.Bench.Pipeline;
using Canary.Bench.Pipeline.Cells;
using Canary.Bench.World;

namespace Canary.Bench.Tests.Pipeline;

public class TallyTests
{
    private static readonly Cell Cell = new("X", "any", new(50, 0, 1), Telling.AtOnce, Plans.Ramp) { RegressionFrom = 30 };

    // Wilson's interval of 10 of 100, as R's prop.test(10, 100, correct = FALSE) has it.
    [Fact]
    public void Interval_TenOfAHundred_IsWilsons()
    {
        var (low, high) = Of(10, 100).Interval;

        Assert.Equal(.05522914, low, 1e-6);
        Assert.Equal(.1743657, high, 1e-6);
    }

    [Fact]
    public void Means_OnlyOfThoseThatWereRolledBack()
    {
        var tally = new Tally(Cell, [new(true, 100, 10, 90), new(true, 300, 30, 150), new(false, 5_000, 50, 1_200)]);

        Assert.Equal((200, 30, 120, 1.5), (tally.Requests, tally.Failed, tally.MeanSeconds, tally.Minutes));
        Assert.Equal((90, 150), (tally.Seconds(.5), tally.Seconds(1)));
    }

    [Theory]
    [InlineData(8, false, true)]
    [InlineData(9, false, false)]
    [InlineData(11, true, true)]
    [InlineData(30, true, false)]
    public void FalseRollbacks_OfAThousand_QuickOnesAllowForChance(int rolledBack, bool quick, bool met)
    {
        var found = new Findings(Cell, Of(rolledBack, 1_000), new Dictionary<string, Tally>(), quick);

        Assert.Equal(met, Goal.FalseRollbacks(.008).IsMet(found));
    }

    [Theory]
    [InlineData("--only", "A1", "--runs", "400")]
    [InlineData("--quick")]
    public void Read_KnownOptions_AreTaken(params string[] options) => Assert.NotNull(PipelineCommand.Read(options, [Cell]));

    [Theory]
    [InlineData("--fast")]
    [InlineData("--runs", "0")]
    [InlineData("--runs")]
    public void Read_OtherOptions_AreNot(params string[] options) => Assert.Null(PipelineCommand.Read(options, [Cell]));

    private static Tally Of(int rolledBack, int runs) =>
        new(Cell, [.. Enumerable.Range(0, runs).Select(i => new Played(i < rolledBack, 1, 1, 60))]);
}
