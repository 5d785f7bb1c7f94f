using Canary.Statistics;

namespace Canary.Tests.Statistics;

public class CalibrationTests
{
    [Theory]
    [InlineData(180, "0 1 0 1", "a fifth of a request a minute is binomial")]
    [InlineData(4, "0 0 30 0", "too short")]
    [InlineData(180, "0 0 0 0", "no failures")]
    [InlineData(180, "0 0 0 0 1 0", "one at a time")]
    [InlineData(5, "0 0 0 0 1", "a single failure")]
    [InlineData(5, "2 1 0 1 2", "of so few minutes, no wonder")]
    [InlineData(180, "600 600", "nothing but failures")]
    public void Of_HistoryWithoutBursts_IsSteady(int minutes, string pattern, string because)
    {
        var bad = pattern.Split(' ').Select(long.Parse).ToList();

        Assert.True(
            Calibration.Steady == Calibration.Of(Enumerable.Range(0, minutes).Select(i => new Counts(600, bad[i % bad.Count]))),
            because);
    }

    [Theory]
    [InlineData(180, 10)]
    [InlineData(180, 2)]
    [InlineData(5, 30)]
    public void Of_OneBurstInTheMiddle_IsBursty(int minutes, int size)
    {
        var known = Calibration.Of(Enumerable.Range(0, minutes).Select(i => new Counts(600, i == minutes / 2 ? size : 0)));

        Assert.True(known.IsBursty);
        Assert.InRange(known.Phi, size, 1.4 * size);
        Assert.Equal(size / 600.0, known.WorstRate);
    }

    [Fact]
    public void Of_LargeBatches_KnowsTheirSize() => Assert.InRange(
        Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(6_000, i % 4 == 0 ? 100 : 0))).Phi, 95, 160);

    [Fact]
    public void Of_BurstsThatLastForMinutes_AreBursts()
    {
        var known = Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(600, i is 41 or 42 or 43 or 44 ? 2 : 0)));

        Assert.True(known.IsBursty);
        Assert.InRange(known.Phi, 6, 9);
    }

    [Fact]
    public void Of_ASlowDrift_IsSteady() =>
        Assert.Equal(Calibration.Steady, Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(6_000, 60 + i / 3))));

    [Fact]
    public void Of_WildHistory_IsClamped() =>
        Assert.Equal(
            new Calibration(2_000, 2, 1),
            Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(60_000, i % 10 == 0 ? 60_000 : 0))));

    [Fact]
    public void Of_MinutesWithoutRequests_AreLeftOut() => Assert.Equal(
        Calibration.Of(Enumerable.Range(0, 60).Select(i => new Counts(600, i % 4 * 4))),
        Calibration.Of(Enumerable.Range(0, 120).Select(i => i % 2 == 0 ? new Counts(600, i / 2 % 4 * 4) : default)));
}
