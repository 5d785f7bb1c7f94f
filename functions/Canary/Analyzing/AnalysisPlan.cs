using System.Text.Json.Serialization;

namespace Canary.Analyzing;

/// <summary>
/// How a rollout's candidate is compared with its stable version: what the input asks for, what the time before the rollout has shown,
/// and what the last check found. All else is read anew at each check.
/// </summary>
public sealed record AnalysisPlan
{
    /// <summary>How failed requests are judged; null where they are not.</summary>
    public ErrorsPlan? Errors { get; init; }

    /// <summary>How slow requests are judged; null where they are not.</summary>
    public LatencyPlan? Latency { get; init; }

    /// <summary>How the user's own metrics are judged; null where there are none.</summary>
    public IReadOnlyList<CustomMetricPlan>? Metrics { get; init; }

    /// <summary>
    /// Whether Lambda told of no error of 0 before the rollout, but only of requests that failed: then errors that are missing did not happen.
    /// Where it did, they have not arrived. Null where too little was seen to know.
    /// </summary>
    public bool? SparseErrors { get; init; }

    /// <summary>See <see cref="AnalysisRequest.MinimumRequests"/>.</summary>
    public long MinimumRequests { get; init; }

    /// <summary>How many minutes the two versions are to share the traffic.</summary>
    public int PlannedMinutes { get; init; }

    /// <summary>See <see cref="AnalysisRequest.OnInconclusive"/>.</summary>
    public OnInconclusive OnInconclusive { get; init; }

    /// <summary>See <see cref="AnalysisRequest.WaitSeconds"/>.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>How much of that time has been used, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WaitedSeconds { get; init; }

    /// <summary>See <see cref="AnalysisRequest.AfterWait"/>; null where it is not waited.</summary>
    public OnInconclusive? AfterWait { get; init; }

    /// <summary>See <see cref="AnalysisRequest.ApprovalSeconds"/>; null where nobody is asked.</summary>
    public int? ApprovalSeconds { get; init; }

    /// <summary>See <see cref="AnalysisRequest.DryRun"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DryRun { get; init; }

    /// <summary>See <see cref="AnalysisRequest.PromoteEarly"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PromoteEarly { get; init; }

    /// <summary>What the last check found; null before the first.</summary>
    public AnalysisFinding? Latest { get; init; }

    /// <summary>Whether there is nothing to judge by.</summary>
    internal bool IsEmpty => Errors is null && Latency is null && Metrics is null;

    /// <summary>Seconds for which the rollout may still be held.</summary>
    [JsonIgnore]
    public int WaitLeft => Math.Max(0, WaitSeconds - WaitedSeconds);
}
