using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>How a rollout's candidate is compared with its stable version, in the words of the input.</summary>
public sealed record AnalysisPlan
{
    /// <summary>The tolerance for failed requests; null where they are not judged.</summary>
    public ToleranceChoice? Errors { get; init; }

    /// <summary>The tolerance for slow requests; null where they are not judged. What is slow is found out besides.</summary>
    public ToleranceChoice? Latency { get; init; }

    /// <summary>The user's own metrics; null where there are none.</summary>
    public IReadOnlyList<CustomMetric>? Metrics { get; init; }

    /// <summary>Requests that each version must have answered before the candidate is Healthy.</summary>
    public long MinimumRequests { get; init; }

    /// <summary>What a step comes to that ends without a verdict.</summary>
    public OnInconclusive OnInconclusive { get; init; }

    /// <summary>How long the rollout may be held beyond its plan, in seconds, all steps together.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>What follows when that time is over and there is still no verdict; null where it is not waited.</summary>
    public AfterWait? AfterWait { get; init; }

    /// <summary>What follows when that time is over and the metrics cannot be read.</summary>
    public OnUnreadable OnUnreadable { get; init; }

    /// <summary>How long a person has to approve a step without a verdict, in seconds; null where nobody is asked.</summary>
    public int? ApprovalSeconds { get; init; }

    /// <summary>Whether it only tells what it would do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DryRun { get; init; }

    /// <summary>Whether a step ends as soon as the candidate has been shown to be harmless.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PromoteEarly { get; init; }
}
