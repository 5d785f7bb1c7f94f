using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

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

    /// <summary>Requests that each version must have answered before the candidate is Healthy.</summary>
    public long MinimumRequests { get; init; }

    /// <summary>How many minutes the two versions are to share the traffic.</summary>
    public int PlannedMinutes { get; init; }

    /// <summary>What a step comes to that ends without a verdict.</summary>
    public OnInconclusive OnInconclusive { get; init; }

    /// <summary>How long the rollout may be held beyond its plan, in seconds, all steps together.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>How much of that time has been used, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WaitedSeconds { get; init; }

    /// <summary>What follows when that time is over and there is still no verdict; null where it is not waited.</summary>
    public OnInconclusive? AfterWait { get; init; }

    /// <summary>How long a person has to approve a step without a verdict, in seconds; null where nobody is asked.</summary>
    public int? ApprovalSeconds { get; init; }

    /// <summary>Whether it only tells what it would do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DryRun { get; init; }

    /// <summary>Whether a step ends as soon as the candidate has been shown to be harmless.</summary>
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
