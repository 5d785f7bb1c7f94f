namespace Canary.Statistics;

/// <summary>One kind of bad request, counted for both versions since the rollout began.</summary>
/// <param name="Event">What a bad request did, as it stands after "requests": <c>failed</c>, <c>took over 230 ms</c>.</param>
/// <param name="Minutes">The minutes, in any order.</param>
/// <param name="Calibration">How bursty the stable version's own history is.</param>
public sealed record Signal(string Event, IReadOnlyList<Minute> Minutes, Calibration Calibration)
{
    /// <summary>
    /// Whether the requests that are counted are good ones: then it is the stable version's rate that may not be the higher one.
    /// </summary>
    public bool IsGood { get; init; }
}
