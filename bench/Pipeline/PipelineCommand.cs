using System.Diagnostics;
using System.Globalization;
using Canary.Bench.Charts;

namespace Canary.Bench.Pipeline;

/// <summary>The command <c>pipeline</c>.</summary>
internal static class PipelineCommand
{
    /// <summary>Reads its options; null where they make no sense.</summary>
    public static PipelineBenchmark? Read(IReadOnlyList<string> options, IEnumerable<Cell> cells)
    {
        var (quick, only, runs) = (false, default(string), default(int?));
        for (var i = 0; i < options.Count; i++)
        {
            switch (options[i])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--only" when i + 1 < options.Count:
                    only = options[++i];
                    break;
                case "--runs" when i + 1 < options.Count && Number(options[i + 1]) is > 0 and var number:
                    (runs, i) = (number, i + 1);
                    break;
                default:
                    return null;
            }
        }
        return new(cells, quick, only, runs);
    }

    /// <returns>0 if every cell met its goals, else 1.</returns>
    public static int Run(PipelineBenchmark benchmark)
    {
        var watch = Stopwatch.StartNew();
        List<Findings> findings = [];
        foreach (var finding in benchmark.Run())
        {
            findings.Add(finding);
            Console.WriteLine(PipelineLine.Of(finding));
        }
        if (findings.Count == 0) Console.Error.WriteLine("There is no such cell. Say an id such as A1, or a part of a name.");
        if (benchmark.IsWhole)
        {
            File.WriteAllText(Path.Combine(Results.Folder, "pipeline.md"), PipelineReport.Of(findings, benchmark));
            PipelineChart.Save(findings, Path.Combine(Results.Folder, "pipeline.png"));
            Console.WriteLine($"Written: pipeline.md and pipeline.png in {Results.Folder}.");
        }
        var missed = findings.Count(finding => !finding.MeetsGoals);
        Console.WriteLine(
            $"{findings.Count - missed} of {findings.Count} cells met their goals, in {watch.Elapsed.TotalSeconds:N0} s.");
        return missed == 0 && findings.Count > 0 ? 0 : 1;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
