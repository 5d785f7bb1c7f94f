using System.Globalization;

namespace Canary.Bench.Scale;

/// <summary>One row on the screen.</summary>
internal static class ScaleLine
{
    public static string Of(ScaleFindings found)
    {
        var lines = new List<string>
        {
            Text($"{found.Row.Name}: {found.AsDeserved} of {found.Releases.Count} as deserved ({ScaleReport.Endings(found)}), ")
                + Text($"over after {found.Elapsed.TotalSeconds:N0} s, limit {found.Limit.TotalSeconds:N0} s"),
            $"duration over plan {ScaleReport.Spread(found.OverPlan, "0.00")}, "
                + $"seconds between looks {ScaleReport.Spread(found.Gaps)}",
            $"seconds from alarm to back {ScaleReport.Spread(found.Returns(Fate.Bad))}, "
                + $"from Stop to back {ScaleReport.Spread(found.Returns(Fate.Stopped))}",
            Text($"{found.Calls.All:N0} calls, {found.Calls.Throttled:N0} throttled, each rollout ")
                + Text($"{(double)found.Transitions / found.Releases.Count:0} transitions and ${found.Dollars:0.0000}; ")
                + Text($"{found.Wall.TotalSeconds:0.0} s of real time"),
            ScaleReport.CallsOf(found),
        };
        var missed = found.Row.Goals.Where(goal => !goal.IsMet(found));
        lines.AddRange(missed.Select(goal => ScaleReport.GoalText(goal, found)));
        return string.Join("\n  ", lines);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
