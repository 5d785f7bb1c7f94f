using System.Globalization;
using Canary.Local.StepFunctions.Model;

namespace Canary.Bench.Scale;

/// <summary>The benchmark as a file to read.</summary>
internal static class ScaleReport
{
    public static string Of(IReadOnlyList<ScaleFindings> findings) => $"""
        # Benchmark of many rollouts at once

        Written by `dotnet run -c Release --project bench -- scale`.

        """ + string.Join('\n', findings.Select(ScaleLine.Of));

    /// <summary>How many ended how.</summary>
    public static string Endings(ScaleFindings found) => string.Join(", ", found.Releases
        .GroupBy(release => release.End!.Status == ExecutionStatus.Succeeded ? "Promoted" : release.End.Error)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Count()} {group.Key}"));

    /// <summary>Median, 95th percentile and the most.</summary>
    public static string Spread(IReadOnlyList<double> sorted, string format = "0") => sorted.Count == 0
        ? "-"
        : string.Join(" / ", new[] { .5, .95, 1 }.Select(
            share => ScaleFindings.Quantile(sorted, share).ToString(format, CultureInfo.InvariantCulture)));

    public static string CallsOf(ScaleFindings found) => string.Join(", ", found.Calls.Calls
        .OrderByDescending(call => call.Value.Passed)
        .Select(call => Text($"{call.Key.Split(':')[1]} {call.Value.Passed}")
            + (call.Value.Throttled > 0 ? Text($" ({call.Value.Throttled} throttled)") : "")));

    public static string GoalText(ScaleGoal goal, ScaleFindings found) =>
        Text($"{goal.What} {goal.Of(found):0.####} (at most {goal.AtMost:0.####})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
