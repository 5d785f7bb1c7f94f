namespace Canary.Bench.World;

/// <summary>How long a version's requests take: log-normal, in one or more modes.</summary>
internal sealed record Durations(params IReadOnlyList<Mode> Modes)
{
    private const double Longest = 900_000;

    /// <summary>The part of the requests that takes longer.</summary>
    public double Above(double milliseconds)
    {
        var above = 0.0;
        foreach (var mode in Modes) above += mode.Share * mode.Above(milliseconds);
        return above;
    }

    /// <summary>What such a part, 0 to 1, does not exceed.</summary>
    public double Quantile(double part)
    {
        var (low, high) = (0.0, Longest);
        while (high - low > .001)
        {
            var middle = (low + high) / 2;
            if (Above(middle) > 1 - part) low = middle;
            else high = middle;
        }
        return high;
    }
}
