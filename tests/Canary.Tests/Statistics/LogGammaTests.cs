using Canary.Statistics.Chances;

namespace Canary.Tests.Statistics;

public class LogGammaTests
{
    [Theory]
    [InlineData(.05, 2.968879201051731)]
    [InlineData(.5, .5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(1.5, -.12078223763524523)]
    [InlineData(2, 0)]
    [InlineData(3.7, 1.4280723266653883)]
    [InlineData(9.99, 12.779315214350197)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(100.25, 360.2845596377643)]
    [InlineData(12345.678, 103959.91990554606)]
    [InlineData(5e6, 72124735.5584562)]
    public void Of_KnownArguments_IsRightToFourteenDigits(double x, double expected) =>
        Assert.Equal(expected, LogGamma.Of(x), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Of_WholeNumbers_IsTheLogarithmOfTheFactorial()
    {
        var factorial = 0.0;
        for (var n = 1; n < 500; n++)
        {
            Assert.Equal(factorial, LogGamma.Of(n), 1e-11);
            factorial += Math.Log(n);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    public void Of_WhatIsNotAboveZero_IsRefused(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Of(x));
}
