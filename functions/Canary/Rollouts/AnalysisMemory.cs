using System.Text.Json.Serialization;
using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>
/// What the comparison of the two versions remembers: what the time before the rollout has shown, and what the last check found.
/// All else is read anew at each check.
/// </summary>
public sealed record AnalysisMemory
{
    /// <summary>How bursty failed requests were; null where they are not judged.</summary>
    public Calibration? Errors { get; init; }

    /// <summary>
    /// What is slow: what one request of ten, and one of a hundred, took longer than before the rollout, and 5 ms more.
    /// And what is slow for a kind of requests that is much quicker than the rest. Null where that is not judged.
    /// </summary>
    public IReadOnlyList<SlowThreshold>? Slow { get; init; }

    /// <summary>What is known of the user's own metrics, in the plan's order; null where there are none.</summary>
    public IReadOnlyList<MetricBaseline>? Metrics { get; init; }

    /// <summary>
    /// Whether Lambda told of no error of 0 before the rollout, but only of requests that failed:
    /// then errors that are missing did not happen. Where it did, they have not arrived. Null where too little was seen to know.
    /// </summary>
    public bool? SparseErrors { get; init; }

    /// <summary>Requests a minute in the last quarter of an hour before the rollout; 0 where there were none.</summary>
    public double RequestsPerMinute { get; init; }

    /// <summary>How many minutes the two versions are to share the traffic.</summary>
    public int PlannedMinutes { get; init; }

    /// <summary>How long the analysis has held the rollout beyond its plan, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WaitedSeconds { get; init; }

    /// <summary>At how many checks the metrics could not be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int UnreadChecks { get; init; }

    /// <summary>Whether the last check was one of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBlind { get; init; }

    /// <summary>Whether that was so since the account makes more calls than CloudWatch takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsThrottled { get; init; }

    /// <summary>What the last check that read the metrics found; null before the first.</summary>
    public AnalysisFinding? Latest { get; init; }

    /// <summary>Whether that was suspicious.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSuspicious { get; init; }

    /// <summary>Whether the candidate seemed to do worse by what had arrived, though that was no evidence yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SeemsWorse { get; init; }

    /// <summary>When the metrics were read last; null before the first time.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Whether there is nothing to judge by.</summary>
    internal bool IsEmpty => Errors is null && Slow is null && Metrics is null;
}
