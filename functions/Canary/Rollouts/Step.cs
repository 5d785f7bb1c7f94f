using System.Text.Json.Serialization;
using Canary.Aliases;
using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>One step of a rollout: a weight, how long it bakes, and, once it has begun, what became of it.</summary>
/// <param name="Weight">The candidate's share during this step.</param>
/// <param name="BakeSeconds">
/// How long the step is watched before the next one, in seconds. 0 only for the last step before the promotion, at 100 %.
/// </param>
public sealed record Step([property: JsonPropertyName("weightPercent")] Weight Weight, int BakeSeconds)
{
    /// <summary>
    /// Whether this is the bake after the promotion: the candidate is the alias's version already, and is watched on.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterPromotion { get; init; }

    /// <summary>How long a person has, after the bake, to approve what comes next, in seconds; 0 where nobody is asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ApprovalSeconds { get; init; }

    /// <summary>Whether both versions serve in it, for long enough to be compared.</summary>
    internal bool IsCompared => BakeSeconds > 0 && !AfterPromotion && Weight < Weight.Full;

    /// <summary>Since when the weight was in force.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the step was left, for whatever came next.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often its health was checked.</summary>
    public int? Checks { get; init; }

    /// <summary>What the last of these checks said.</summary>
    public HealthState? Health { get; init; }

    /// <summary>Why: in whole where the document has room for it, else cut short.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided on it, where somebody was asked and answered.</summary>
    public StepApproval? Approval { get; init; }
}
