using System.Globalization;
using System.Text;
using Canary.Cli.Screens;

namespace Canary.Cli.Telling;

/// <summary>Rollouts, two lines for each: what it came to, and why.</summary>
internal static class RolloutList
{
    /// <param name="rollouts">The newest first.</param>
    /// <param name="now">For those under way.</param>
    /// <param name="width">Columns of the terminal; null for whole reasons, however long.</param>
    public static string Of(IReadOnlyList<ToldRollout> rollouts, DateTimeOffset now, int? width)
    {
        var rows = rollouts.Select(one => Row(one, now)).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Cells.Of(row[column]))).ToList();
        var text = new StringBuilder();
        foreach (var (rollout, row) in rollouts.Zip(rows))
        {
            var line = string.Join("  ", row.Select((cell, column) => Cells.Padded(cell, widths[column])));
            text.AppendLine(Cut($"{rollout.Sign} {line}".TrimEnd(), width));
            text.AppendLine(Cut($"    {rollout.Found.Name}: {rollout.Reason.ReplaceLineEndings(" ")}", width));
        }
        return text.ToString().TrimEnd();
    }

    private static string[] Row(ToldRollout rollout, DateTimeOffset now) =>
    [
        rollout.Found.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        rollout.Found.Title,
        rollout.Versions,
        rollout.Came,
        Format.Seconds(rollout.Took(now)),
        rollout.By ?? "",
    ];

    private static string Cut(string line, int? width) => width is { } most ? Cells.Cut(line, most) : line;
}
