using System.Globalization;

namespace Canary.Cli.Screens;

/// <summary>Tells what changed between two moments of a rollout, a line for each change.</summary>
internal static class PlainLines
{
    /// <param name="before">The moment that was told last; null for none.</param>
    /// <param name="now">This one.</param>
    /// <param name="withRoutine">Whether checks that changed nothing are told too.</param>
    public static IEnumerable<string> Of(ScreenFrame? before, ScreenFrame now, bool withRoutine = true)
    {
        if (before is null) yield return $"--- {now.Title}: {now.View.Function}:{now.View.AliasName}";
        // Where time runs faster than here, both are told.
        var real = now.Speed > 1
            ? string.Create(CultureInfo.InvariantCulture, $" ({now.Real.TotalSeconds,5:0.0} s)") : "";
        foreach (var change in ScreenChange.Of(before?.View, now).Where(change => withRoutine || !change.IsRoutine))
            yield return $"{Format.Time(change.At)}{real} {change.What,-14} {change.Text}";
    }
}
