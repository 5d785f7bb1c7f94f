namespace Canary.Statistics.Values;

/// <summary>A metric's values of both versions in the same minute.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Candidate">The candidate's; null where there is none, or it is not to be judged.</param>
/// <param name="Stable">The stable version's; null likewise.</param>
public sealed record ComparedValues(DateTimeOffset Start, double? Candidate, double? Stable)
{
    /// <summary>
    /// The candidate's requests for each of the stable version's, where a value that is missing did not happen.
    /// Null where it may still come, or one of them had no requests.
    /// </summary>
    public double? RequestRatio { get; init; }
}
