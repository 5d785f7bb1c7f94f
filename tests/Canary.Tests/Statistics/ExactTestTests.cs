using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>What the bound on false rollbacks rests on where there are few requests, over every outcome that there is.</summary>
public class ExactTestTests
{
    private const double Weight = .5;

    [Fact]
    public void Log_NoRegression_HasMeanOneAtEveryLook()
    {
        for (var looks = 1; looks <= 3; looks++) Assert.Equal(1, MeanGiven(looks, 5, 4, 3), 1e-9);
    }

    [Fact]
    public void Log_EverythingFails_IsNoEvidence()
    {
        var test = new ExactTest(new(20));
        for (var i = 0; i < 20; i++) test.Observe(new(5, 5), new(1, 1));

        Assert.InRange(test.Log, double.NegativeInfinity, 1e-9);
    }

    [Fact]
    public void Log_ThreeOfThreeAgainstNoneOfThree_IsWhatAnotherImplementationSays()
    {
        var test = new ExactTest(new(20));
        test.Observe(new(3, 3), new(3, 0));

        Assert.Equal(2.427153200252401, test.Log, 1e-9);
    }

    [Fact]
    public void Log_ManyRequests_IsANumber()
    {
        var test = new ExactTest(new(20));
        test.Observe(new(3_000, 2_000), new(3_000, 0));

        Assert.InRange(test.Log, 2_000 * Math.Log(1.5), 2_000 * Math.Log(4));
    }

    // An outage begins at any minute, and nothing depends on chance but who has each request: with one request a minute.
    // Were a bin ended by the first request of the other version, the mean would be above 1.
    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(5, 12)]
    [InlineData(0, 12)]
    public void QuietMinutes_AnOutageOfBoth_HaveMeanOneAtMostWheneverItBegins(int from, int until)
    {
        const int minutes = 12;
        var mean = 0.0;
        for (var dealt = 0; dealt < 1 << minutes; dealt++)
        {
            var tests = new SignalTests(Tolerance.Errors, Calibration.Steady, 20);
            for (var i = 0; i < minutes; i++)
            {
                Counts request = new(1, i >= from && i < until ? 1 : 0);
                var isCandidate = (dealt >> i & 1) > 0;
                tests.Observe(new(
                    Traffic.Noon.AddMinutes(i), isCandidate ? request : default, isCandidate ? default : request)
                {
                    Share = Weight,
                });
            }

            mean += Math.Exp(tests.LogRatio) / (1 << minutes);
        }

        Assert.Equal(1, mean, 1e-9);
    }

    // Of each look's requests the same number is bad; how many are the candidate's runs through every value in every look.
    private static double MeanGiven(int looks, int candidate, int stable, int bad)
    {
        var mean = 0.0;
        for (var path = 0; path < Math.Pow(bad + 1, looks); path++)
        {
            var test = new ExactTest(new(20));
            var chance = 0.0;
            for (var (look, rest) = (0, path); look < looks; look++, rest /= bad + 1)
            {
                var own = rest % (bad + 1);
                test.Observe(new(candidate, own), new(stable, bad - own));
                chance += Chance.LogChoose(candidate, own) + Chance.LogChoose(stable, bad - own)
                    - Chance.LogChoose(candidate + stable, bad);
            }

            mean += Math.Exp(chance + test.Log);
        }

        return mean;
    }
}
