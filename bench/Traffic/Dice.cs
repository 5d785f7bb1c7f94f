namespace Canary.Bench.Traffic;

/// <summary>
/// Chance with a fixed seed, the same on every machine and runtime. Generator: SplitMix64 (Steele, Lea, Flood 2014).
/// Large counts are drawn by transformed rejection: Hörmann, "The transformed rejection method for generating Poisson random
/// variables" and "The generation of binomial random variates", both 1993.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private const double SmallMean = 12;

    // 1 less so little is 1: no leap would get anywhere.
    private const double NeverChance = 1e-15;
    private ulong _state = seed;

    /// <summary>Above 0 and below 1.</summary>
    public double Uniform()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + .5) / (1L << 53);
    }

    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>A factor of mean 1.</summary>
    public double LogNormal(double coefficientOfVariation)
    {
        var variance = double.LogP1(coefficientOfVariation * coefficientOfVariation);
        return Math.Exp(Math.Sqrt(variance) * Normal() - variance / 2);
    }

    /// <summary>
    /// A factor of mean 1 with a gamma distribution. Source: Marsaglia, Tsang, "A simple method for generating gamma variables",
    /// 2000.
    /// </summary>
    public double Gamma(double coefficientOfVariation)
    {
        var shape = 1 / (coefficientOfVariation * coefficientOfVariation);
        // Of a small shape: the next larger one's, made smaller.
        var factor = shape < 1 ? Math.Pow(Uniform(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        while (true)
        {
            var normal = Normal();
            var cube = Math.Pow(1 + normal / Math.Sqrt(9 * d), 3);
            if (cube > 0 && Math.Log(Uniform()) < .5 * normal * normal + d - d * cube + d * Math.Log(cube))
                return factor * d * cube / shape;
        }
    }

    public long Poisson(double mean)
    {
        if (mean <= 0) return 0;
        if (mean < SmallMean)
        {
            var count = 0L;
            for (var left = mean + Math.Log(Uniform()); left > 0; left += Math.Log(Uniform())) count++;
            return count;
        }

        var b = .931 + 2.53 * Math.Sqrt(mean);
        var a = -.059 + .02483 * b;
        var inverse = 1.1239 + 1.1328 / (b - 3.4);
        var squeeze = .9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = Uniform() - .5;
            var v = Uniform();
            var us = .5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + mean + .43);
            if (us >= .07 && v <= squeeze) return (long)k;
            if (k < 0 || (us < .013 && v > us)) continue;
            if (Math.Log(v * inverse / (a / (us * us) + b)) <= k * Math.Log(mean) - mean - LogFactorial.Of(k)) return (long)k;
        }
    }

    public long Binomial(long n, double p)
    {
        if (n <= 0 || p <= NeverChance) return 0;
        if (p >= 1) return n;
        if (p > .5) return n - Binomial(n, 1 - p);
        return n * p < SmallMean ? BinomialByLeaps(n, p) : BinomialByRejection(n, p);
    }

    private long BinomialByLeaps(long n, double p)
    {
        var count = -1L;
        var scale = double.LogP1(-p);
        for (var at = 0.0; at <= n; count++) at += 1 + Math.Floor(Math.Log(Uniform()) / scale);
        return count;
    }

    private long BinomialByRejection(long n, double p)
    {
        var deviation = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + 2.53 * deviation;
        var a = -.0873 + .0248 * b + .01 * p;
        var centre = n * p + .5;
        var alpha = (2.83 + 5.1 / b) * deviation;
        var squeeze = .92 - 4.2 / b;
        var odds = Math.Log(p / (1 - p));
        var mode = Math.Floor((n + 1) * p);
        while (true)
        {
            var u = Uniform() - .5;
            var v = Uniform();
            var us = .5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + centre);
            if (us >= .07 && v <= squeeze) return (long)k;
            if (k < 0 || k > n) continue;
            var ratio = LogFactorial.Of(mode)
                + LogFactorial.Of(n - mode)
                - LogFactorial.Of(k)
                - LogFactorial.Of(n - k)
                + (k - mode) * odds;
            if (Math.Log(v * alpha / (a / (us * us) + b)) <= ratio) return (long)k;
        }
    }
}
