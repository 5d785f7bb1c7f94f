using System.Text.Json.Serialization;
using Canary.Aliases;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>
/// The rollout's document: the whole state of a rollout besides the alias itself. Each Lambda takes it and returns it, changed;
/// at the end it is the execution's output, or its cause, and tells the whole story.
/// All of it but <see cref="Internal"/> is contract.
/// </summary>
public sealed record Rollout
{
    /// <summary>The version of the document's contract. It changes when a reader of the one before would be wrong.</summary>
    public const string Schema = "1";

    /// <summary>
    /// What it came to and why, in a sentence. The first of all, since it is what the console shows of an execution that failed.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>What it came to.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The contract that the document keeps: <see cref="Schema"/>.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>The function, as the input names it.</summary>
    public required string Function { get; init; }

    /// <summary>The function's full ARN, without a version; null where the input names no function.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>The alias.</summary>
    public required string Alias { get; init; }

    /// <summary>The execution's ARN.</summary>
    public required string Execution { get; init; }

    /// <summary>When the rollout was planned.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it is under way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// The version that had all traffic before; null where there was no alias. Written even so: a state names it by its path.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StableVersion { get; init; }

    /// <summary>The version that is released.</summary>
    public string? CandidateVersion { get; init; }

    /// <summary>Its ARN: what a hook invokes to test it.</summary>
    public string? CandidateArn { get; init; }

    /// <summary>
    /// The candidate's share of the alias's traffic in the end, in percent. Null while it is under way, where nothing was begun,
    /// and where the alias is gone.
    /// </summary>
    public decimal? FinalWeightPercent { get; init; }

    /// <summary>The steps, and what became of each.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>What the plan let pass, but whoever released it should know.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Every fault of a refused rollout.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>The error that stopped it, where one did.</summary>
    public CaughtError? Error { get; init; }

    /// <summary>The execution that holds the alias, where it is not this one.</summary>
    public string? HeldBy { get; init; }

    /// <summary>What was fixed at the start, besides the steps.</summary>
    public required RolloutPlan Plan { get; init; }

    /// <summary>What happened, in the order of time.</summary>
    public IReadOnlyList<StoryEntry> Story { get; init; } = [];

    /// <summary>What only the state machine needs. Not contract: it may change without notice.</summary>
    public required RolloutMemory Internal { get; init; }

    /// <summary>What comes next, and why.</summary>
    [JsonIgnore]
    public Decision Decision => new(Internal.Next, Reason, Internal.WaitSeconds);

    /// <summary>The alarms that can stop the rollout.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> WatchedAlarms =>
        Internal.DisregardedAlarms is { } disregarded ? [.. Plan.Alarms.Except(disregarded)] : Plan.Alarms;

    /// <summary>Function and alias, as a sentence names them.</summary>
    internal string Title => $"{FunctionName.NameOf(Function)}:{Alias}";

    /// <summary>How many of the steps lead up to the promotion.</summary>
    internal int StepsToPromotion => Steps.Count(step => !step.AfterPromotion);

    /// <summary>The step in force. There is none before the first.</summary>
    internal Step CurrentStep => Steps[Internal.CurrentStep];

    /// <summary>The step in force, as a reason begins with it.</summary>
    internal string StepTitle => CurrentStep is { AfterPromotion: false, Weight: var weight }
        ? $"Step {Internal.CurrentStep + 1} of {StepsToPromotion} at {weight}"
        : "After the promotion";

    /// <summary>Goes on as decided.</summary>
    internal Rollout Decide(Decision decision) =>
        (this with { Reason = decision.Reason })
            .Note(own => own with { Next = decision.Next, WaitSeconds = decision.WaitSeconds });

    /// <summary>Notes what only the state machine needs.</summary>
    internal Rollout Note(Func<RolloutMemory, RolloutMemory> change) => this with { Internal = change(Internal) };

    /// <summary>Adds to the story.</summary>
    internal Rollout Tell(DateTimeOffset at, string state, string text) => this with { Story = [.. Story, new(at, state, text)] };

    /// <summary>Adds to the story what may come in each step, where the document has room for it.</summary>
    internal Rollout TellOfStep(DateTimeOffset at, string state, string text) =>
        Internal.StoryHasSteps ? Tell(at, state, text) : this;

    /// <summary>Notes a change of the alias.</summary>
    internal Rollout Wrote(Alias alias) => Note(own => own with { Alias = own.Alias.Seen(alias) });

    /// <summary>Notes the end, and where the alias is in it.</summary>
    internal Rollout End(Outcome outcome, Alias? alias, DateTimeOffset at) => this with
    {
        Outcome = outcome,
        EndedAt = at,
        FinalWeightPercent = alias?.State.PercentOf(CandidateVersion),
    };

    /// <summary>Changes one step.</summary>
    internal Rollout WithStep(int index, Func<Step, Step> change) =>
        this with { Steps = [.. Steps.Select((step, i) => i == index ? change(step) : step)] };
}
