using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>One cell on the screen.</summary>
internal static class PipelineLine
{
    public static string Of(Findings found)
    {
        var (cell, own) = (found.Cell, found.Own);
        var met = cell.Goals.Count == 0 ? "" : found.MeetsGoals ? "  met" : "  MISSED";
        var (low, high) = own.Interval;
        var text = $"{cell.Title,-90} "
            + Text($"n {own.Runs,5}  back {100 * own.RolledBack,6:0.00} % [{100 * low:0.00}, {100 * high:0.00}]");
        if (cell.RegressionFrom is not null)
            text += Text($"  requests {own.Requests,8:N0}  failed {own.Failed,7:N0}  minutes {own.Minutes,5:0.0}");
        if (cell.Id[0] != 'K') return text + met;
        var seconds = PipelineBenchmark.Judges.Append(Rivals.AnyOfBoth)
            .Select(judge => found.Of(judge) is { } tally ? Seconds(judge, tally) : "");
        return text + met + string.Concat(seconds);
    }

    private static string Seconds(string judge, Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n   {judge,-30} seconds: mean {tally.MeanSeconds,6:0.0}, 95 % {tally.Seconds(.95),4}, most {tally.Seconds(1),4}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
