using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.News;

/// <summary>What there is to tell when a rollout's document has changed.</summary>
public static class Reporter
{
    /// <summary>What a state has to tell, in order; mostly nothing.</summary>
    /// <param name="before">The document that the state was given; null for the first.</param>
    /// <param name="after">The document that it hands on.</param>
    /// <param name="at">The execution's time.</param>
    public static IReadOnlyList<NewsItem> Between(Rollout? before, Rollout after, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(after);
        var told = after.Internal.Told;
        return [.. KindsOf(before, after).Select(kind => ItemOf(kind, after, ++told, at) with
        {
            Who = WhoOf(kind, before, after),
        })];
    }

    /// <summary>The document, once so much was told.</summary>
    public static Rollout Told(Rollout rollout, int items)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        return items == 0 ? rollout : rollout.Note(own => own with { Told = own.Told + items });
    }

    /// <summary>That an alias was given back after an execution that could not do it itself.</summary>
    /// <param name="stopped">The execution.</param>
    /// <param name="restored">Its document after that.</param>
    /// <param name="at">When it was done.</param>
    public static NewsItem OfRestored(StoppedExecution stopped, Rollout restored, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(stopped);
        ArgumentNullException.ThrowIfNull(restored);
        return ItemOf(NewsKind.AliasRestored, restored, restored.Internal.Told + 1, at) with
        {
            Status = stopped.Status,
            Error = stopped.Error is { } error ? Quoted.Clip(error) : null,
            Cause = stopped.Cause is { } cause ? Quoted.Clip(cause) : null,
        };
    }

    private static IEnumerable<NewsKind> KindsOf(Rollout? before, Rollout after)
    {
        if (before is { Outcome: not Outcome.InProgress }) yield break;
        if (after.Outcome != Outcome.InProgress)
        {
            if (EndOf(after) is { } end) yield return end;
            yield break;
        }
        if (before is null) yield break;
        var (was, now) = (before.Internal, after.Internal);
        // A candidate that is the stable version itself is nothing to tell of.
        if (was.Next == NextState.PublishVersion && now.Next is not (NextState.PublishVersion or NextState.FreeAlias))
            yield return NewsKind.Started;
        if (was.Words?.PausedUntil is not null && now.Words?.PausedUntil is null && now.Next != NextState.Rollback)
            yield return NewsKind.Resumed;
        if (now.Words?.PausedUntil is { } until && until != was.Words?.PausedUntil && now.Next != NextState.Rollback)
            yield return NewsKind.Paused;
        if (IsShifted(before, after)) yield return NewsKind.Shifted;
        if (now.HeldStep is { } held && held != was.HeldStep) yield return NewsKind.Held;
        if (now.ApprovalRequest is not null && was.ApprovalRequest is null) yield return NewsKind.ApprovalRequested;
    }

    private static NewsKind? EndOf(Rollout rollout) => rollout.Outcome switch
    {
        Outcome.Promoted or Outcome.Created => NewsKind.Promoted,
        Outcome.RolledBack => NewsKind.RolledBack,
        Outcome.Refused => NewsKind.Refused,
        Outcome.RolloutInProgress when rollout.Internal.HeldAt is null => NewsKind.Refused,
        Outcome.NothingToDo => null,
        _ => NewsKind.Failed,
    };

    // Where nothing comes after the promotion but the end, the end tells it.
    private static bool IsShifted(Rollout before, Rollout after) => Headline.HasAll(after)
        ? !Headline.HasAll(before) && after.Internal.Next != NextState.FreeAlias
        : after.Internal is { PromotedAt: null, CurrentStep: var step } && step > before.Internal.CurrentStep;

    private static NewsItem ItemOf(NewsKind kind, Rollout rollout, int number, DateTimeOffset at) => new()
    {
        Kind = kind,
        Id = $"{rollout.Execution}/{number}/{kind}",
        Number = number,
        Title = Headline.Title(kind, rollout),
        Text = Headline.Text(kind, rollout),
        Command = Advice.Command(kind, rollout),
        Console = Advice.Console(rollout.Execution),
        Function = rollout.Function,
        Alias = rollout.Alias,
        StableVersion = rollout.StableVersion,
        CandidateVersion = rollout.CandidateVersion,
        Step = rollout is { Internal.CurrentStep: >= 0, CurrentStep.AfterPromotion: false }
            ? rollout.Internal.CurrentStep + 1
            : null,
        Weight = Headline.WeightOf(rollout),
        Outcome = rollout.Outcome,
        Reason = Quoted.Clip(rollout.Reason),
        ExpiresAt = kind switch
        {
            NewsKind.ApprovalRequested => rollout.Internal.ApprovalRequest!.ExpiresAt,
            NewsKind.Paused => rollout.Internal.Words!.PausedUntil,
            _ => null,
        },
        Execution = rollout.Execution,
        At = at,
    };

    private static string? WhoOf(NewsKind kind, Rollout? before, Rollout after) => kind switch
    {
        NewsKind.Started or NewsKind.Refused => after.Plan.By,
        NewsKind.Paused => after.Internal.Words!.PausedBy,
        NewsKind.Resumed => after.Internal.Alias.Word == before!.Internal.Alias.Word ? null : ByOf(after.Internal.Alias.Word),
        NewsKind.Held or NewsKind.ApprovalRequested => null,
        _ => ByOf(before?.Internal.Words?.Pending)
            ?? (before?.Error is { Error: nameof(Aborted) } ? ByOf(before.Internal.Alias.NewWord) : null)
            ?? (before is { Internal.CurrentStep: >= 0 } ? before.CurrentStep.Approval?.By : null),
    };

    private static string? ByOf(string? word) => word is null ? null : Word.Read(word)?.By;
}
