using Canary.Rollouts.Plans;

namespace Canary.Input;

/// <summary>What an input asks of the analysis. The defaults are those of an input that says nothing of it.</summary>
public sealed record AnalysisRequest
{
    /// <summary>The tolerance for failed requests; null where they are not judged.</summary>
    public ToleranceChoice? Errors { get; init; } = ToleranceChoice.Errors;

    /// <summary>The tolerance for slow requests; null where they are not judged.</summary>
    public ToleranceChoice? Latency { get; init; } = ToleranceChoice.Latency;

    /// <summary>The user's own metrics.</summary>
    public IReadOnlyList<CustomMetric> Metrics { get; init; } = [];

    /// <summary>Requests that each version must have answered before the candidate is Healthy.</summary>
    public long MinimumRequests { get; init; } = 50;

    /// <summary>What a step comes to that ends without a verdict.</summary>
    public OnInconclusive OnInconclusive { get; init; } = OnInconclusive.Promote;

    /// <summary>How long the rollout may be held beyond its plan, in seconds, all steps together.</summary>
    public int WaitSeconds { get; init; } = 900;

    /// <summary>
    /// What follows when that time is over and there is still no verdict; only where <see cref="OnInconclusive"/> is <c>Wait</c>.
    /// </summary>
    public AfterWait AfterWait { get; init; } = AfterWait.Evidence;

    /// <summary>What follows when that time is over and the metrics cannot be read.</summary>
    public OnUnreadable OnUnreadable { get; init; } = OnUnreadable.Rollback;

    /// <summary>How long a person has to approve a step without a verdict, in seconds.</summary>
    public int ApprovalSeconds { get; init; } = 3_600;

    /// <summary>Whether it only tells what it would do.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether a step ends as soon as the candidate has been shown to be harmless.</summary>
    public bool PromoteEarly { get; init; }

    /// <summary>Whether a person may be asked.</summary>
    internal bool MayAsk => AsksWithoutVerdict || OnUnreadable == OnUnreadable.Approve;

    /// <summary>Whether a person is asked where there is no verdict.</summary>
    internal bool AsksWithoutVerdict => OnInconclusive == OnInconclusive.Approve
        || (OnInconclusive == OnInconclusive.Wait && AfterWait == AfterWait.Approve);
}
