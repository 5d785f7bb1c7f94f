using Canary.Bench.Judges;

namespace Canary.Bench.Tests;

public class MannWhitneyTests
{
    [Fact]
    public void Score_OneSampleAboveTheOther_IsTheContinuityCorrectedDeviation() =>
        Assert.Equal(4 / Math.Sqrt(5.25), MannWhitney.Score([4, 5, 6], [1, 2, 3], 0), 1e-12);

    [Fact]
    public void Score_Ties_LessenTheVariance() =>
        Assert.Equal(1.5 / Math.Sqrt(4 / 3.0), MannWhitney.Score([1, 1], [0, 0], 0), 1e-12);

    [Fact]
    public void Score_NothingDiffers_IsZero() => Assert.Equal(0, MannWhitney.Score([0, 0], [0, 0], 0));

    [Fact]
    public void Score_ShiftedByMoreThanTheDifference_ChangesItsSign() =>
        Assert.Equal(-4 / Math.Sqrt(5.25), MannWhitney.Score([4, 5, 6], [1, 2, 3], 6), 1e-12);

    [Fact]
    public void Shift_IsTheMedianDifference() => Assert.Equal(2.5, MannWhitney.Shift([3, 4], [1, 1]));
}
