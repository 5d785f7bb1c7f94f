using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>
/// Whose the alias is, as the order of its changes tells, and what follows from it. The rollouts themselves know less.
/// </summary>
internal static class Ownership
{
    /// <summary>The change that set the traffic as it is in the end.</summary>
    public static Change Mover(Report report) => MoverAt(report.Changes, report.Changes.Count - 1);

    /// <summary>The change that wrote the mark, or another description, as it is in the end.</summary>
    public static Change Marker(Report report) => report.Changes[LastThat(
        report.Changes, (before, now) => before.Mark != now.Mark, report.Changes.Count - 1)];

    /// <summary>
    /// Whether one change leaves anything that the other did not, besides the revision and a word behind the mark.
    /// </summary>
    public static bool Differs(Change before, Change now) => before.Alias.State != now.Alias.State || before.Mark != now.Mark;

    /// <summary>What others changed in more than its revision, after the world was made.</summary>
    public static IEnumerable<Change> RealChangesOfPeople(Report report) =>
        report.Changes.Zip(report.Changes.Skip(1))
            .Skip(1)
            .Where(pair => pair.Second.Lambda is null && Differs(pair.First, pair.Second))
            .Select(pair => pair.Second);

    /// <summary>
    /// Whether somebody wrote a description over the mark of a weight: then nobody but a person can tell whose that is.
    /// </summary>
    public static bool IsLeftToPeople(Report report) => RealChangesOfPeople(report).Any(change => change.At >= Mover(report).At);

    public static IEnumerable<string> OnlyTheRolloutsAliasIsMoved(Report report) =>
        report.Elsewhere.Select(change => $"it is another's: {change}");

    // What bears no mark of a rollout, and is not at a revision that it wrote, is not its own.
    public static IEnumerable<string> OnlyItsOwnIsChanged(Report report)
    {
        var changes = report.Changes;
        for (var i = 2; i < changes.Count; i++)
        {
            var (before, now) = (changes[i - 1], changes[i]);
            // What people say to a rollout through a Lambda is theirs: Mailbox looks at it.
            if (now.For is null || before.Holder == now.For) continue;
            if (now.Lambda == "HoldAlias"
                || (now.Lambda == "CreateAlias" && before.Alias.State.Version == World.Nothing)
                || OwnerAt(changes, i - 1) == now.For
                || IsBadAndItsOwn(report, i))
            {
                continue;
            }
            yield return $"{now} is of {now.For ?? "nobody"}, but {before} was {OwnerAt(changes, i - 1) ?? "somebody's own"}";
        }
    }

    public static IEnumerable<string> WhatIsGivenBackIsWhatWasThere(Report report)
    {
        foreach (var (before, now) in report.Changes.Zip(report.Changes.Skip(1)))
        {
            if (now.Lambda is not ("Rollback" or "RestoreAlias") || before.Alias.State == now.Alias.State) continue;
            // Where a stranger has written its mark before it held the alias, its first change is a later one.
            var taken = report.Changes.Zip(report.Changes.Skip(1), (found, change) => (found, change))
                .FirstOrDefault(pair => pair.change.Execution == now.For).found;
            if (taken is null) yield return $"{now} gave back what it never took";
            else if (now.Alias.State != new AliasState(taken.Alias.State.Version)
                && now.Alias.State is not { AdditionalWeight: 1 })
                yield return $"{now} gave back another version than {taken} found";
        }
    }

    public static IEnumerable<string> NobodyIsBlamedForNothing(Report report)
    {
        // A read that lags behind a change from before the rollout shows that change as one during it.
        if (report.Strikes.Any(strike => strike.Fault.Kind == FaultKind.Stale)) yield break;
        foreach (var ended in report.Rollouts.Where(
            ended => ended is { Rollout.Outcome: Outcome.AliasChanged, IsRedriven: false }))
        {
            var pairs = report.Changes.Zip(report.Changes.Skip(1));
            var isBlamed = pairs.Any(pair => Differs(pair.First, pair.Second)
                && pair.Second.For != ended.Arn
                && pair.Second.At >= ended.Execution.StartDate
                && pair.Second.At <= ended.Execution.StopDate);
            // Before the hold nothing tells another revision from somebody else's change.
            var isHeld = report.Changes.Any(change => change.Execution == ended.Arn);
            var isTouched = pairs.Any(pair => pair.Second.Lambda is null && !Differs(pair.First, pair.Second))
                || report.Script.Acts.Any(act => act.Deed == Deed.Permit);
            if (!isHeld && isTouched) continue;
            if (!isBlamed) yield return $"nobody changed anything: {ended}";
        }
    }

    public static IEnumerable<string> AWeightThatIsLeftIsTold(Report report)
    {
        if (report.Last.Alias.State.IsSettled || Mover(report).Lambda is null) yield break;
        // A sweep looks back for six hours.
        var until = report.Rollouts.First(ended => ended.Arn == Mover(report).For).Execution.StopDate
            + Canary.Executions.Sweep.Window;
        var last = report.Sweeps.LastOrDefault(sweep => sweep.At < until);
        if (last?.Text.Contains(World.Alias, StringComparison.Ordinal) is not true)
            yield return $"a weight of {Mover(report).For} is left, and the last sweep told nobody: {report.Last}";
    }

    /// <summary>
    /// Whether a change takes back what the same rollout promoted, since that was found bad and not only to give way. Another
    /// that had the alias since has moved no traffic: it found that version in order, without a look at its health.
    /// </summary>
    private static bool IsBadAndItsOwn(Report report, int index)
    {
        var now = report.Changes[index];
        return now.Lambda == "Rollback"
            && MoverAt(report.Changes, index - 1) is { Lambda: "Promote" } mover && mover.Execution == now.Execution
            && report.Rollouts.First(ended => ended.Arn == now.Execution).Rollout?.Error?.Error
                is not (nameof(Canary.Errors.AliasChanged) or nameof(Canary.Errors.RolloutInProgress));
    }

    /// <summary>
    /// The execution that an alias is of: the one that wrote it last, if others have changed no more than its description since.
    /// </summary>
    private static string? OwnerAt(IReadOnlyList<Change> changes, int index) =>
        changes[LastThat(changes, (before, now) => now.For is not null || before.Alias.State != now.Alias.State, index)].For;

    private static Change MoverAt(IReadOnlyList<Change> changes, int index) =>
        changes[LastThat(changes, (before, now) => before.Alias.State != now.Alias.State, index)];

    private static int LastThat(IReadOnlyList<Change> changes, Func<Change, Change, bool> isIt, int from)
    {
        var at = from;
        while (at > 0 && !isIt(changes[at - 1], changes[at])) at--;
        return at;
    }
}
