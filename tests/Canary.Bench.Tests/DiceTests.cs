using Canary.Bench.Traffic;

namespace Canary.Bench.Tests;

public class DiceTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(.5)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(60)]
    [InlineData(6_000)]
    public void Poisson_ManyDraws_HaveTheMeanAndTheVariance(double mean) => HasMoments(dice => dice.Poisson(mean), mean, mean);

    [Theory]
    [InlineData(600, .001)]
    [InlineData(600, .3)]
    [InlineData(60, .97)]
    [InlineData(60_000, .1)]
    [InlineData(60_000, .9)]
    public void Binomial_ManyDraws_HaveTheMeanAndTheVariance(long n, double p) =>
        HasMoments(dice => dice.Binomial(n, p), n * p, n * p * (1 - p));

    [Theory]
    [InlineData(100, .3)]
    [InlineData(30, .1)]
    public void Binomial_ManyDraws_AreDistributedAsTheyShould(int n, double p)
    {
        var dice = new Dice(7);
        var seen = new double[n + 1];
        for (var i = 0; i < Draws; i++) seen[dice.Binomial(n, p)] += 1.0 / Draws;

        var distance = seen.Select((part, k) => Math.Abs(part - Math.Exp(
            LogFactorial.Of(n) - LogFactorial.Of(k) - LogFactorial.Of(n - k) + k * Math.Log(p) + (n - k) * Math.Log(1 - p))))
            .Sum() / 2;
        Assert.InRange(distance, 0, .006);
    }

    [Fact]
    public void LogNormal_ManyDraws_HaveMeanOneAndTheVariation() => HasMoments(dice => dice.LogNormal(.5), 1, .25);

    [Theory]
    [InlineData(.5)]
    [InlineData(1)]
    [InlineData(1.5)]
    public void Gamma_ManyDraws_HaveMeanOneAndTheVariation(double variation) =>
        HasMoments(dice => dice.Gamma(variation), 1, variation * variation);

    [Theory]
    [InlineData(1_000_000, 1e-30, 0)]
    [InlineData(0, .5, 0)]
    [InlineData(10, 0, 0)]
    [InlineData(10, 1, 10)]
    public void Binomial_AtItsEnds_IsCertain(long n, double p, long expected) =>
        Assert.Equal(expected, new Dice(1).Binomial(n, p));

    [Fact]
    public void SameSeed_SameDraws() => Assert.Equal(Several(3), Several(3));

    private static long[] Several(ulong seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, 20).Select(_ => dice.Poisson(100))];
    }

    private static void HasMoments(Func<Dice, double> draw, double mean, double variance)
    {
        var dice = new Dice(42);
        var draws = Enumerable.Range(0, Draws).Select(_ => draw(dice)).ToList();
        var seen = draws.Average();

        Assert.Equal(mean, seen, 5 * Math.Sqrt(variance / Draws));
        Assert.Equal(1, draws.Average(x => (x - seen) * (x - seen)) / variance, .03);
    }
}
