using Canary.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace Canary.Tests.Statistics;

/// <summary>
/// What the bound rests on where failures come in batches: as long as batches fall on requests by chance, the e-value's mean
/// is at most 1, however large they are.
/// </summary>
public class BadMinutesTestTests
{
    private const int Minutes = 6;

    [Property(MaxTest = 60)]
    public void Log_BatchesByTheShare_HasMeanOneAtMost(PositiveInt share, PositiveInt rate, bool ratio)
    {
        var theta = share.Get % 50 / 100.0 + .01;

        Assert.InRange(Mean(theta, rate.Get % 60 / 10.0 + .01, ratio ? 1.5 : 1), 0, 1 + 1e-9);
    }

    [Property(MaxTest = 60)]
    public void Log_MostOfTheTraffic_HasMeanOneAtMostWhereBatchesAreRare(PositiveInt share, PositiveInt rate) =>
        Assert.InRange(Mean(share.Get % 49 / 100.0 + .51, rate.Get % 100 / 100.0 + .01, 1), 0, 1 + 1e-9);

    [Fact]
    public void Log_ManyTimesAsManyBatches_Grows() => Assert.True(Mean(.1, .3, 1, 20) > 50);

    [Fact]
    public void Observe_BothBadOrNeither_SaysNothing()
    {
        var test = new BadMinutesTest(1, new(20));
        test.Observe(new(60, 7), new(540, 2), 0);
        test.Observe(new(60, 0), new(540, 0), 0);
        test.Observe(new(0, 0), new(540, 2), 0);

        Assert.Equal(0, test.Log, 1e-12);
    }

    // Over every course of six minutes, in each of which either version has batches, or none.
    private static double Mean(double share, double batches, double tolerated, double times = 1)
    {
        var (candidate, stable) = (1 - Math.Exp(-batches * times * share), 1 - Math.Exp(-batches * (1 - share)));
        var mean = 0.0;
        for (var path = 0; path < 1 << (2 * Minutes); path++)
        {
            var (test, chance) = (new BadMinutesTest(tolerated, new(20)), 1.0);
            for (var minute = 0; minute < Minutes; minute++)
            {
                var (own, other) = ((path >> (2 * minute)) & 1, (path >> (2 * minute + 1)) & 1);
                chance *= (own == 1 ? candidate : 1 - candidate) * (other == 1 ? stable : 1 - stable);
                var requests = (long)Math.Round(10_000 * share);
                test.Observe(new(requests, 10 * own), new(10_000 - requests, 50 * other), 0);
            }

            mean += chance * Math.Exp(test.Log);
        }

        return mean;
    }
}
