using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>
/// What only the state machine and its Lambdas need of a rollout: the document's <c>internal</c>. Not contract:
/// it may change without notice.
/// </summary>
public sealed record RolloutMemory
{
    /// <summary>The state to go to.</summary>
    public required NextState Next { get; init; }

    /// <summary>
    /// Seconds to bake, or to wait for a person, until the next check; 0 where <see cref="Next"/> is something else.
    /// </summary>
    public int WaitSeconds { get; init; }

    /// <summary>The step in force, from 0; -1 before the first.</summary>
    public required int CurrentStep { get; init; }

    /// <summary>What a hook has just answered, as it came; never in the end of a rollout.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>What it waits for a person to approve; null where it does not.</summary>
    public ApprovalRequest? ApprovalRequest { get; init; }

    /// <summary>What people have said to it; null where nobody has said anything.</summary>
    public WordMemory? Words { get; init; }

    /// <summary>Seconds for which people may still hold it beyond its steps: its history bounds them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PauseSeconds { get; init; }

    /// <summary>When the rollout took the alias for itself.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>When the candidate became the alias's version.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>The alias before the rollout, and as it was seen last.</summary>
    public required AliasMemory Alias { get; init; }

    /// <summary>
    /// The alarms that were in ALARM when the rollout was planned, as the input allows, and have not been OK since:
    /// they say nothing of the candidate.
    /// </summary>
    public IReadOnlyList<string>? DisregardedAlarms { get; init; }

    /// <summary>The alarms that had not enough data to tell anything, at the plan and at every check since.</summary>
    public IReadOnlyList<string>? SilentAlarms { get; init; }

    /// <summary>When the checks looked at what, and how AWS's quotas stretch them; null before the first check.</summary>
    public CheckMemory? Checks { get; init; }

    /// <summary>What the comparison of the two versions needs; null where they are not compared.</summary>
    public AnalysisMemory? Analysis { get; init; }

    /// <summary>How much news it has told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Told { get; init; }

    /// <summary>The last step, from 0, that was held beyond its time; null where none was.</summary>
    public int? HeldStep { get; init; }

    /// <summary>The function's provisioned concurrency; null where the alias has none.</summary>
    public ConcurrencyMemory? Concurrency { get; init; }

    /// <summary>Characters that the document has for the reason of each step.</summary>
    public int StepReasonLength { get; init; }

    /// <summary>Whether it has room for a story that tells of each step too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StoryHasSteps { get; init; }

    /// <summary>How many of people's words the story has room for.</summary>
    internal int WordsInStory => StoryHasSteps ? Limits.Words : Limits.FewestWords;
}
