using System.Diagnostics;
using Canary.Bench.Charts;

namespace Canary.Bench.Detection;

/// <summary>The command <c>detection</c>.</summary>
internal static class DetectionCommand
{
    /// <returns>0 if every scenario met its targets, else 1.</returns>
    public static int Run(bool quick)
    {
        var watch = Stopwatch.StartNew();
        var benchmark = new DetectionBenchmark(quick);
        List<Findings> findings = [];
        foreach (var finding in benchmark.Run())
        {
            findings.Add(finding);
            Console.WriteLine(TargetTable.Line(finding));
        }

        if (!quick)
        {
            var folder = Results.Folder;
            File.WriteAllText(Path.Combine(folder, "detection.md"), DetectionReport.Of(findings, benchmark));
            DetectionChart.Save(findings, Path.Combine(folder, "detection.png"));
            Console.WriteLine($"Written: detection.md and detection.png in {folder}.");
        }

        var missed = findings.Count(finding => !finding.MeetsTargets);
        Console.WriteLine(
            $"{findings.Count - missed} of {findings.Count} scenarios met their targets, in {watch.Elapsed.TotalSeconds:N0} s.");
        return missed == 0 ? 0 : 1;
    }
}
