using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>
/// What the bound on false rollbacks rests on, over every outcome that there is: without a regression the e-value's mean is 1,
/// at any look.
/// </summary>
public class RatioTestTests
{
    private const int Looks = 5;
    private const double Share = .2;
    private static readonly Calibration Bursty = new(6, .8, .02);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Log_NoRegression_HasMeanOneAtEveryLook(int total)
    {
        for (var looks = 1; looks <= Looks; looks++)
            Assert.Equal(1, Mean(looks, total, Calibration.Steady, Dispersion.None), 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Log_NoRegressionInBursts_HasMeanOneAtMostWhateverTheBurstsAre(int total) => Assert.All(
        Bursty.Dispersions, truth => Assert.InRange(Mean(3, total, Bursty, truth), 0, 1 + 1e-9));

    [Fact]
    public void Log_WithinTheTolerance_HasMeanOneAtMost() =>
        Assert.InRange(Mean(Looks, 4, Calibration.Steady, Dispersion.None, tolerated: 1.5), 0, 1);

    // Each minute has the same total of bad requests; how many are the candidate's runs through every value in every minute.
    private static double Mean(int looks, int total, Calibration calibration, Dispersion truth, double tolerated = 1)
    {
        var mean = 0.0;
        for (var path = 0; path < Math.Pow(total + 1, looks); path++)
        {
            var test = new RatioTest(calibration.Dispersions, tolerated, new(20));
            var chance = 0.0;
            for (var (look, rest) = (0, path); look < looks; look++, rest /= total + 1)
            {
                var bad = rest % (total + 1);
                test.Observe(new(200, bad), new(800, total - bad), 0);
                chance += Chance.LogChoose(total, bad)
                    + truth.LogKernel(bad, total, Share);
            }

            mean += Math.Exp(chance + test.Log);
        }

        return mean;
    }
}
