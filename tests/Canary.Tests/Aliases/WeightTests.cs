using Canary.Aliases;

namespace Canary.Tests.Aliases;

public class WeightTests
{
    [Theory]
    [InlineData(0.01, 0.0001, "0.01 %")]
    [InlineData(12.5, 0.125, "12.5 %")]
    [InlineData(100, 1, "100 %")]
    public void FromPercent_AWeight_KnowsItsFraction(double percent, double fraction, string text)
    {
        var weight = Weight.FromPercent((decimal)percent);

        Assert.Equal(fraction, weight.Fraction);
        Assert.Equal(text, weight.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.001)]
    [InlineData(100.01)]
    public void FromPercent_NoWeight_IsRefused(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Weight.FromPercent((decimal)percent));

    [Theory]
    [InlineData(10, 20)]
    [InlineData(20, 20)]
    [InlineData(20, 10)]
    public void Weight_Compared_IsAsItsPercent(int left, int right)
    {
        var (one, other) = (Weight.FromPercent(left), Weight.FromPercent(right));

        bool[] plain = [(left < right), (left > right), (left <= right), (left >= right)], weights =
            [(one < other), (one > other), (one <= other), (one >= other)];
        Assert.Equal(plain, weights);
    }
}
