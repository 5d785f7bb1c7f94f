using Canary.Statistics;

namespace Canary.Tests.Statistics;

public class CalibrationTests
{
    [Theory]
    [InlineData(180, "0 1 0 1", "a fifth of a request a minute is binomial")]
    [InlineData(29, "0 0 30 0", "too short")]
    [InlineData(180, "0 0 0 0", "no failures")]
    [InlineData(30, "0 0 2 0", "too few failures")]
    [InlineData(180, "600 600", "nothing but failures")]
    public void Of_HistoryWithoutBursts_IsSteady(int minutes, string pattern, string because)
    {
        var bad = pattern.Split(' ').Select(long.Parse).ToList();

        Assert.True(
            Calibration.Steady == Calibration.Of(Enumerable.Range(0, minutes).Select(i => new Counts(600, bad[i % bad.Count]))),
            because);
    }

    [Fact]
    public void Of_WildHistory_IsClamped() =>
        Assert.Equal(
            new Calibration(20, 2, 1),
            Calibration.Of(Enumerable.Range(0, 180).Select(i => new Counts(600, i % 10 == 0 ? 600 : 0))));

    [Fact]
    public void Of_MinutesWithoutRequests_AreLeftOut() => Assert.Equal(
        Calibration.Of(Enumerable.Range(0, 60).Select(i => new Counts(600, i % 4 * 4))),
        Calibration.Of(Enumerable.Range(0, 120).Select(i => i % 2 == 0 ? new Counts(600, i / 2 % 4 * 4) : default)));
}
