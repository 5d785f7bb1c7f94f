using System.Diagnostics;
using Canary.Bench.Charts;

namespace Canary.Bench.Scale;

/// <summary>The command <c>scale</c>.</summary>
internal static class ScaleCommand
{
    /// <summary>Reads its options: the rows to play; null where they make no sense.</summary>
    public static IReadOnlyList<ScaleRow>? Read(IReadOnlyList<string> options, IReadOnlyList<ScaleRow> rows) => options switch
    {
        [] => rows,
        ["--quick"] => [.. rows.Where(row => row.IsQuick)],
        ["--hour", var count] when int.TryParse(count, out var rollouts) && rollouts > 0 => [ScaleRows.OfAnHour(rollouts)],
        ["--only", var name] when rows.Where(row => row.Name == name).ToList() is { Count: > 0 } found => found,
        _ => null,
    };

    /// <returns>0 if every row met its goals, else 1.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<ScaleRow> rows, bool isWhole)
    {
        var watch = Stopwatch.StartNew();
        List<ScaleFindings> findings = [];
        foreach (var row in rows)
        {
            findings.Add(await ScaleRun.PlayAsync(row));
            Console.WriteLine(ScaleLine.Of(findings[^1]));
        }
        if (isWhole)
        {
            File.WriteAllText(Path.Combine(Results.Folder, "scale.md"), ScaleReport.Of(findings));
            Console.WriteLine($"Written: scale.md in {Results.Folder}.");
        }
        var missed = findings.Count(found => !found.MeetsGoals);
        Console.WriteLine(
            $"{findings.Count - missed} of {findings.Count} rows met their goals, in {watch.Elapsed.TotalSeconds:N0} s.");
        return missed == 0 ? 0 : 1;
    }
}
