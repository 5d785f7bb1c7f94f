using Canary.Cli.Watching;

namespace Canary.Cli.Screens;

/// <summary>One thing that changed between two moments of a rollout.</summary>
/// <param name="At">When.</param>
/// <param name="What">A state of the state machine, or whose change it is: alarm, alias, AWS, the execution's status.</param>
/// <param name="Text">What, in a sentence.</param>
/// <param name="IsRoutine">Whether it is a check after which the bake went on.</param>
internal sealed record ScreenChange(DateTimeOffset At, string What, string Text, bool IsRoutine = false)
{
    /// <summary>
    /// All changes, in the order of time: the history tells its own times, an alarm or an alias was only seen by now.
    /// </summary>
    public static IEnumerable<ScreenChange> Of(RolloutView? was, ScreenFrame now) => All(was, now).OrderBy(change => change.At);

    private static IEnumerable<ScreenChange> All(RolloutView? was, ScreenFrame now)
    {
        var view = now.View;
        foreach (var entry in view.Timeline.Skip(was?.Timeline.Count ?? 0))
            yield return new(entry.At, entry.State, $"{entry.Text}{Served(entry, view)}", entry.IsRoutine);
        foreach (var alarm in view.Alarms)
        {
            var earlier = was?.Alarms.FirstOrDefault(other => other.Name == alarm.Name)?.State;
            if (earlier == alarm.State) continue;
            var text = earlier is null ? $"{alarm.Name} is {alarm.State}." : $"{alarm.Name}: {earlier} -> {alarm.State}.";
            yield return new(now.Simulated, "alarm", text);
        }
        if (view.Alias is { } alias && alias != was?.Alias)
            yield return new(now.Simulated, "alias", $"{view.AliasName} is at {alias}.");
        if (OfTrouble(was?.Trouble, view.Trouble, now.Simulated) is { } trouble) yield return trouble;
        if (view.Ended is { } ended && was?.HasEnded != true) yield return new(ended, view.Status, $"{StatusStyle.Told(view)}.");
    }

    private static ScreenChange? OfTrouble(Trouble? was, Trouble? now, DateTimeOffset at) => (was, now) switch
    {
        (null, { } begun) => new(at, "AWS", $"{begun.Text} Trying on; the rollout does not depend on it."),
        ({ } before, { } other) when before.Text != other.Text => new(at, "AWS", other.Text),
        ({ } over, null) => new(at, "AWS", $"It answers again; it had not since {Format.Time(over.Since)}."),
        _ => null,
    };

    private static string Served(TimelineEntry entry, RolloutView view)
    {
        // Where nobody counts, nothing was counted.
        if (entry.State != "CheckHealth" || view.Traffic.IsUnknown) return "";
        if (view.Document?.CandidateVersion is not { } candidate) return "";
        var (count, stop) = (view.Served.Of(candidate), entry.Text.EndsWith('.') ? "" : ".");
        return $"{stop} Version {candidate} has served {Format.Number(count.Requests)} "
            + $"requests, {Format.Number(count.Failures)} failed.";
    }
}
