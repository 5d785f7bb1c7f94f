using System.Text.Json;
using System.Text.Json.Serialization;
using Canary.Aliases;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>
/// The rollout's document: the whole state of a rollout besides the alias itself. Each Lambda takes it and returns it, changed;
/// at the end it is the execution's output, or its cause, and tells the whole story.
/// </summary>
public sealed record Rollout
{
    /// <summary>What it came to and why, in a sentence. The first of all, since it is what the console shows of an execution that failed.</summary>
    public required string Reason { get; init; }

    /// <summary>What it came to.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The function, as the input names it.</summary>
    public required string Function { get; init; }

    /// <summary>The alias.</summary>
    public required string Alias { get; init; }

    /// <summary>Function and alias, as a sentence names them.</summary>
    internal string Title => $"{FunctionName.NameOf(Function)}:{Alias}";

    /// <summary>The version that had all traffic before; null where there was no alias. Written even so: a state names it by its path.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StableVersion { get; init; }

    /// <summary>The version that is released.</summary>
    public string? CandidateVersion { get; init; }

    /// <summary>Its ARN: what a hook invokes to test it.</summary>
    public string? CandidateArn { get; init; }

    /// <summary>Every fault of a refused rollout.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>What the plan let pass, but whoever released it should know.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The error that stopped it, where one did.</summary>
    public CaughtError? Error { get; init; }

    /// <summary>The execution that holds the alias, where it is not this one.</summary>
    public string? HeldBy { get; init; }

    /// <summary>What comes next.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The input's deployment configuration, where it named one.</summary>
    public string? DeploymentConfig { get; init; }

    /// <summary>The plan and what became of each step.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The step in force, from 0; -1 before the first.</summary>
    public int CurrentStep { get; init; } = -1;

    /// <summary>How many of the steps lead up to the promotion.</summary>
    internal int StepsToPromotion => Steps.Count(step => !step.AfterPromotion);

    /// <summary>The step in force, as a reason begins with it.</summary>
    internal string StepTitle => Steps[CurrentStep] is { AfterPromotion: false, Weight: var weight }
        ? $"Step {CurrentStep + 1} of {StepsToPromotion} at {weight}"
        : "After the promotion";

    /// <summary>Seconds between checks.</summary>
    public int CheckIntervalSeconds { get; init; }

    /// <summary>The alarms that are watched.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>How the candidate is compared with the stable version, and what the last check found; null where it is not.</summary>
    public AnalysisPlan? Analysis { get; init; }

    /// <summary>What it waits for a person to approve; null where it does not.</summary>
    public ApprovalRequest? ApprovalRequest { get; init; }

    /// <summary>The user's hooks.</summary>
    public RolloutHooks? Hooks { get; init; }

    /// <summary>What a hook or a person has just answered, as it came; never in the end of a rollout.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>
    /// Those of them that were in ALARM when the rollout was planned, as the input allows, and have not been OK since: they say nothing of the candidate.
    /// </summary>
    public IReadOnlyList<string>? DisregardedAlarms { get; init; }

    /// <summary>The alarms that had not enough data to tell anything, at the plan and at every check since.</summary>
    public IReadOnlyList<string>? SilentAlarms { get; init; }

    /// <summary>The alarms that can stop the rollout.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> WatchedAlarms => DisregardedAlarms is null ? Alarms : [.. Alarms.Except(DisregardedAlarms)];

    /// <summary>The alias's provisioned concurrency; null where it has none.</summary>
    public ProvisionedPlan? Provisioned { get; init; }

    /// <summary>The version that the input names.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>The code's hash that the input demands.</summary>
    public string? CodeSha256 { get; init; }

    /// <summary>The description for the version to publish.</summary>
    public string? Description { get; init; }

    /// <summary>The alias's description before the rollout, empty where it had none: the rollout's last change puts it back.</summary>
    public string? DescriptionBefore { get; init; }

    /// <summary>The alias's RevisionId before the rollout held it: what still reads so then is out of date.</summary>
    public string? RevisionBefore { get; init; }

    /// <summary>When the rollout took the alias for itself.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>When the candidate became the alias's version.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>The alias's RevisionId after the rollout's last look at it or change of it.</summary>
    public string? AliasRevision { get; init; }

    /// <summary>Its RevisionId before that: a read that lags behind still shows it.</summary>
    public string? PreviousRevision { get; init; }

    /// <summary>The execution's ARN.</summary>
    public required string Execution { get; init; }

    /// <summary>What it did besides its steps.</summary>
    public IReadOnlyList<StoryEntry> Story { get; init; } = [];

    /// <summary>Adds to the story.</summary>
    internal Rollout Tell(DateTimeOffset at, string state, string text) => this with { Story = [.. Story, new(at, state, text)] };

    /// <summary>Notes a change of the alias.</summary>
    internal Rollout Wrote(Alias alias) => this with { PreviousRevision = AliasRevision, AliasRevision = alias.RevisionId };

    /// <summary>Changes one step.</summary>
    internal Rollout WithStep(int index, Func<Step, Step> change) =>
        this with { Steps = [.. Steps.Select((step, i) => i == index ? change(step) : step)] };
}
