using Canary.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace Canary.Tests.Statistics;

/// <summary>However bad requests come, a candidate at the rate in question or below has a mean of 1 at most.</summary>
public class MeanTestTests
{
    private const double Rate = 1e-4;
    private const long Requests = 600;
    private const int Minutes = 8;

    [Property]
    public void Log_BatchesOfAnySizeAtTheRate_HasMeanOne(PositiveInt batch)
    {
        var size = batch.Get % 600 + 1;
        var (chance, mean) = (Requests * Rate / size, 0.0);
        for (var path = 0; path < 1 << Minutes; path++)
        {
            var (test, weight) = (new MeanTest(new(20)), 1.0);
            for (var minute = 0; minute < Minutes; minute++)
            {
                var isBad = ((path >> minute) & 1) == 1;
                weight *= isBad ? chance : 1 - chance;
                test.Observe(new(Requests, isBad ? size : 0), Rate);
            }

            mean += weight * Math.Exp(test.Log);
        }

        Assert.Equal(1, mean, 1e-9);
    }

    [Fact]
    public void Observe_NoRequests_SaysNothing()
    {
        var test = new MeanTest(new(20));
        test.Observe(default, Rate);

        Assert.Equal(0, test.Log, 1e-12);
    }

    [Fact]
    public void Log_AFewSingleFailures_AreAboveANegligibleRate()
    {
        var test = new MeanTest(new(20));
        for (var minute = 0; minute < 3; minute++) test.Observe(new(60, 1), Rate);

        Assert.True(test.Log > -Math.Log(Tolerance.Errors.Alpha));
    }
}
