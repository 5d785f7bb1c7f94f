using System.Collections.Immutable;
using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.Cli.Watching;

/// <summary>A rollout as an onlooker sees it: what its history, the alias, the alarms and the traffic have told so far.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="AliasName">The alias's name.</param>
/// <param name="Before">What the traffic had come to when the rollout began.</param>
internal sealed record RolloutView(string Function, string AliasName, TrafficSnapshot Before)
{
    /// <summary>Step Functions' word for how the execution stands.</summary>
    public string Status { get; init; } = "RUNNING";

    /// <summary>The state that the execution is in, or was last.</summary>
    public string? State { get; init; }

    /// <summary>The rollout's own document, once a state has put it out.</summary>
    public Rollout? Document { get; init; }

    /// <summary>States entered, and retries: what Step Functions charges for.</summary>
    public int Transitions { get; init; }

    /// <summary>Metrics that the checks have asked for: CloudWatch charges for each.</summary>
    public int MetricsRead { get; init; }

    /// <summary>What has happened, the oldest first.</summary>
    public ImmutableList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What happened last that is not the rollout's own doing; null while nothing has.</summary>
    public TimelineEntry? News { get; init; }

    /// <summary>The evidence against the candidate at each check that had some, the oldest first.</summary>
    public ImmutableList<EvidencePoint> Evidence { get; init; } = [];

    /// <summary>Why the execution ended, where it was ended from outside: its document cannot know.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>When the execution started, on the service's clock.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>When the last event of the history happened, on the service's clock.</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>What keeps the onlooker from asking AWS; null while nothing does.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The alias as it was read last.</summary>
    public AliasState? Alias { get; init; }

    /// <summary>The alarms that the alias's owner has set.</summary>
    public ImmutableList<AlarmLight> Alarms { get; init; } = [];

    /// <summary>Whether one of them was ever seen in ALARM.</summary>
    public bool HasAlarmFired { get; init; }

    /// <summary>What the traffic has come to, since before the rollout.</summary>
    public TrafficSnapshot Traffic { get; init; } = Before;

    /// <summary>What it had come to when the alias's weights changed last.</summary>
    public TrafficSnapshot AtShift { get; init; } = Before;

    /// <summary>Whether the first attempt of the present state has begun: the next one is a retry.</summary>
    internal bool HasTried { get; init; }

    /// <summary>Whether the execution has ended.</summary>
    public bool HasEnded => Ended is not null;

    /// <summary>Whether it ended by itself: its document tells what it came to.</summary>
    public bool HasItsOwnEnd => HasEnded && EndedBecause is null;

    /// <summary>Whether it goes back already, though it has not ended.</summary>
    public bool IsGoingBack => !HasEnded && Document is { Outcome: Outcome.InProgress, Decision.Next: NextState.Rollback };

    /// <summary>Why it is where it is.</summary>
    public string? Reason => EndedBecause ?? Document?.Reason;

    /// <summary>The plan's steps; none before it is known, and none of a rollout that was refused.</summary>
    public IReadOnlyList<Step> Steps => Document?.Steps ?? [];

    /// <summary>The step in force, from 1; null before the first.</summary>
    public int? Step => Document is { Internal.CurrentStep: >= 0 and var current } ? current + 1 : null;

    /// <summary>Such as <c>step 2/4</c>; null before the first.</summary>
    public string? StepTitle => Document is { Internal.CurrentStep: >= 0 and var current } document
        ? document.Steps[current].AfterPromotion ? "after the promotion"
            : $"step {current + 1}/{document.Steps.Count(step => !step.AfterPromotion)}"
        : null;

    /// <summary>The version that is released.</summary>
    public string? Candidate => Document?.CandidateVersion;

    /// <summary>The version that had all traffic before.</summary>
    public string? Stable => Document?.StableVersion;

    /// <summary>What each version served during this rollout.</summary>
    public TrafficSnapshot Served => Traffic.Since(Before);

    /// <summary>The candidate's share that is set, in percent.</summary>
    public decimal SetWeight => Alias switch
    {
        null => 0,
        { IsSettled: true } => Alias.Version == Candidate ? 100 : 0,
        _ => (decimal)Math.Round(Alias.AdditionalWeight * 100, 2),
    };

    /// <summary>The candidate's share of the requests since the weights changed, in percent; null while there are none.</summary>
    public double? ObservedWeight => Traffic.Since(AtShift).Share(Candidate) * 100;

    /// <summary>How far a step has come.</summary>
    public StepProgress ProgressOf(int step) => Document switch
    {
        { Internal.PromotedAt: not null, Outcome: Outcome.Promoted or Outcome.Created or Outcome.InProgress } =>
            StepProgress.Done,
        { Internal.CurrentStep: var current } when step < current => StepProgress.Done,
        { Internal.CurrentStep: var current, Outcome: Outcome.InProgress } document when step == current =>
            HasEnded || document.Decision.Next == NextState.Rollback ? StepProgress.Stopped : StepProgress.Current,
        { Internal.CurrentStep: var current } when step == current => StepProgress.Stopped,
        _ => StepProgress.Waiting,
    };

    /// <summary>The alias was read.</summary>
    public RolloutView With(AliasState alias) => alias == Alias ? this : this with { Alias = alias, AtShift = Traffic };

    /// <summary>Something happened that is not the rollout's own doing.</summary>
    public RolloutView Tell(DateTimeOffset at, string who, string text)
    {
        var news = new TimelineEntry(at, who, text, SetWeight);
        return this with { News = news, Timeline = Timeline.Add(news) };
    }

    /// <summary>The traffic was counted.</summary>
    public RolloutView With(TrafficSnapshot traffic) => this with { Traffic = traffic };

    /// <summary>The alarms were read.</summary>
    public RolloutView With(IEnumerable<AlarmLight> alarms)
    {
        ImmutableList<AlarmLight> now = [.. alarms];
        return this with { Alarms = now, HasAlarmFired = HasAlarmFired || now.Any(alarm => alarm.State == "ALARM") };
    }
}
