namespace Canary.Statistics;

/// <summary>How much worse a candidate may be, and how often the judge may be wrong about it.</summary>
public sealed record Tolerance
{
    /// <summary>Failed requests: any rise counts, and at most 8 of 1,000 rollouts are rolled back wrongly.</summary>
    public static Tolerance Errors { get; } = new() { Alpha = .008 };

    /// <summary>Slow requests: half as many again are tolerated, and whatever the cold starts of a weight change do.</summary>
    public static Tolerance Latency { get; } = new() { Alpha = .002, Ratio = 1.5, SkipsWeightChanges = true };

    /// <summary>
    /// The chance that a candidate within the tolerance is ever called Unhealthy, over the whole rollout and however often it is
    /// judged; between 0 and 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public required double Alpha { get; init => field = Within(value, value is > 0 and < 1, "Alpha", "above 0 and below 1"); }

    /// <summary>The tolerated rate of bad requests as a multiple of the stable version's in the same minute, 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not 1 to 100.</exception>
    public double Ratio { get; init => field = Within(value, value is >= 1 and <= 100, "Ratio", "1 to 100"); } = 1;

    /// <summary>The chance that a harmful candidate is ever called Healthy, between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double Beta { get; init => field = Within(value, value is > 0 and < 1, "Beta", "above 0 and below 1"); } = .05;

    /// <summary>
    /// A rate of bad requests, 0 to 1, up to which no candidate is Unhealthy, however good the stable version is.
    /// </summary>
    public double NegligibleRate { get; init; } = 1e-4;

    /// <summary>
    /// A candidate is harmful when its rate is at least this, 0 to 1,
    /// and at least <see cref="HarmfulRatio"/> times the stable version's.
    /// </summary>
    public double HarmfulRate { get; init; } = .005;

    /// <summary>Fewest bad requests of the candidate that make it Unhealthy.</summary>
    public int MinimumBad { get; init; } = 3;

    /// <summary>Whether minutes in which the weight changed are not judged at all.</summary>
    public bool SkipsWeightChanges { get; init; }

    /// <summary>See <see cref="HarmfulRate"/>: twice, or a third more than is tolerated.</summary>
    public double HarmfulRatio => Math.Max(2, Ratio * 4 / 3);

    private static double Within(double value, bool holds, string name, string range) =>
        holds ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{name} must be {range}.");
}
