using Canary.Statistics.Chances;

namespace Canary.Bench.Traffic;

/// <summary>ln(n!).</summary>
internal static class LogFactorial
{
    public static double Of(double n) => LogGamma.Of(n + 1);
}
