using Canary.Statistics.Chances;

namespace Canary.Tests.Statistics;

public class BetaBinomialTests
{
    [Theory]
    [InlineData(3, 10, .1, 1, -7.645278888587)]
    [InlineData(3, 10, .1, 4, -7.891039510990)]
    [InlineData(60, 60, .1, 4, -35.801697668598)]
    public void LogKernel_ReferenceValues_AreMet(long bad, long total, double share, double factor, double expected) =>
        Assert.Equal(expected, BetaBinomial.LogKernel(bad, total, share, factor), 1e-9);

    [Theory]
    [InlineData(1)]
    [InlineData(1.4)]
    [InlineData(3)]
    [InlineData(15)]
    public void LogKernel_WithItsCoefficient_IsADistributionOfThatMean(double factor)
    {
        var chances = Enumerable.Range(0, 13)
            .Select(x => Math.Exp(Chance.LogChoose(12, x) + BetaBinomial.LogKernel(x, 12, .3, factor)))
            .ToList();

        Assert.Equal(1, chances.Sum(), 1e-12);
        Assert.Equal(12 * .3, chances.Select((chance, x) => chance * x).Sum(), 1e-11);
    }

    [Theory]
    [InlineData(1, .1, .1)]
    [InlineData(10, .1, 10.0 / 19)]
    [InlineData(1000, .5, 1000.0 / 1001)]
    public void Share_OfACandidateThatIsSoMuchWorse_Grows(double ratio, double traffic, double expected) =>
        Assert.Equal(expected, BetaBinomial.Share(ratio, traffic), 1e-12);
}
