using Canary.Bench.World;

namespace Canary.Bench.Tests.World;

public class DurationsTests
{
    [Theory]
    [InlineData(.5)]
    [InlineData(.9)]
    [InlineData(.99)]
    public void Quantile_OfTwoModes_IsWhatSoManyDoNotExceed(double part)
    {
        var durations = new Durations(new Mode(.7, 20, .3), new Mode(.3, 400, .3));

        Assert.Equal(1 - part, durations.Above(durations.Quantile(part)), 1e-4);
    }

    // The standard normal distribution has 2.275 % above 2 deviations, and 84.134 % above -1.
    [Theory]
    [InlineData(100, .5)]
    [InlineData(271.8281828, .0227501)]
    [InlineData(60.6530660, .8413447)]
    [InlineData(0, 1)]
    public void Above_OfOneMode_IsTheNormalDistributionOfTheLogarithm(double milliseconds, double expected) =>
        Assert.Equal(expected, new Mode(1, 100, .5).Above(milliseconds), 1e-6);
}
