using System.Globalization;
using Canary.Cli.Watching;

namespace Canary.Cli.Screens;

/// <summary>Tells what changed between two moments of a rollout, a line for each change.</summary>
internal static class PlainLines
{
    public static IEnumerable<string> Of(ScreenFrame? before, ScreenFrame now)
    {
        if (before is null) yield return $"--- {now.Title}: {now.View.Function}:{now.View.AliasName}";
        // History tells its own times; an alarm or an alias was only seen by now.
        foreach (var (at, what, text) in Changes(before?.View, now).OrderBy(change => change.At))
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{Format.Time(at)} ({now.Real.TotalSeconds,5:0.0} s) {what,-14} {text}");
    }

    private static IEnumerable<(DateTimeOffset At, string What, string Text)> Changes(RolloutView? was, ScreenFrame now)
    {
        var view = now.View;
        foreach (var entry in view.Timeline.Skip(was?.Timeline.Count ?? 0))
            yield return (entry.At, entry.State, $"{entry.Text}{Served(entry, view)}");
        foreach (var alarm in view.Alarms)
        {
            var earlier = was?.Alarms.FirstOrDefault(other => other.Name == alarm.Name)?.State;
            if (earlier is null) yield return (now.Simulated, "alarm", $"{alarm.Name} is {alarm.State}.");
            else if (earlier != alarm.State) yield return (now.Simulated, "alarm", $"{alarm.Name}: {earlier} -> {alarm.State}.");
        }
        if (view.Alias is { } alias && alias != was?.Alias)
            yield return (now.Simulated, "alias", $"{view.AliasName} is at {alias}.");
        if (view.HasEnded && was?.HasEnded != true) yield return (view.Ended!.Value, view.Status, $"{StatusStyle.Told(view)}.");
    }

    private static string Served(TimelineEntry entry, RolloutView view)
    {
        if (entry.State != "CheckHealth" || view.Document?.CandidateVersion is not { } candidate) return "";
        var (count, stop) = (view.Served.Of(candidate), entry.Text.EndsWith('.') ? "" : ".");
        return $"{stop} Version {candidate} has served {Format.Number(count.Requests)} "
            + $"requests, {Format.Number(count.Failures)} failed.";
    }
}
