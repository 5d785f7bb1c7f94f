using Canary.Statistics;

namespace Canary.Rollouts.Plans;

/// <summary>What an input may choose of a tolerance.</summary>
/// <param name="Ratio">How many times the stable version's rate the candidate's may be, 1 to 100.</param>
/// <param name="Alpha">The chance that a candidate within it is ever rolled back, over the whole rollout; 0.0001 to 0.2.</param>
public sealed record ToleranceChoice(double Ratio, double Alpha)
{
    /// <summary>For failed requests: see <see cref="Tolerance.Errors"/>.</summary>
    public static ToleranceChoice Errors { get; } = Of(Tolerance.Errors);

    /// <summary>For slow requests: see <see cref="Tolerance.Latency"/>.</summary>
    public static ToleranceChoice Latency { get; } = Of(Tolerance.Latency);

    /// <summary>
    /// For a metric of the user's own: any change for the worse counts, and at most 2 of 1,000 rollouts are rolled back wrongly.
    /// </summary>
    public static ToleranceChoice Custom { get; } = new(1, .002);

    internal Tolerance From(Tolerance defaults) => defaults with { Ratio = Ratio, Alpha = Alpha };

    private static ToleranceChoice Of(Tolerance tolerance) => new(tolerance.Ratio, tolerance.Alpha);
}
