using Canary.Statistics;

namespace Canary.Tests.Statistics;

public class LogSpaceTests
{
    private const double Nothing = double.NegativeInfinity;

    [Theory]
    [InlineData(0, 0, .6931471805599453)]
    [InlineData(1, 3, 3.1269280110429727)]
    [InlineData(-2000, -2001, -1999.6867383124818)]
    [InlineData(5000, 0, 5000)]
    [InlineData(Nothing, 2, 2)]
    [InlineData(Nothing, Nothing, Nothing)]
    public void Add_AnyTwo_IsTheLogarithmOfTheSumInEitherOrder(double a, double b, double expected)
    {
        Assert.Equal(expected, LogSpace.Add(a, b), 1e-12);
        Assert.Equal(expected, LogSpace.Add(b, a), 1e-12);
    }

    [Fact]
    public void Sum_OfNone_IsMinusInfinity() => Assert.Equal(Nothing, LogSpace.Sum([]));
}
