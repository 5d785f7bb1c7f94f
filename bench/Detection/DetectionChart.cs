using System.Globalization;
using Canary.Bench.Charts;

namespace Canary.Bench.Detection;

/// <summary>The benchmark as a picture: what a judge costs when nothing is wrong, and what it sees when something is.</summary>
internal static class DetectionChart
{
    public static void Save(IReadOnlyList<Findings> findings, string path)
    {
        var small = findings.First(finding => finding.Scenario is { Id: "B6" });
        var total = findings.First(finding => finding.Scenario is { Id: "B2", Course.RequestsPerSecond: 100 });
        var mistakes = FalseRollbacks("B1", "Canary");
        JudgeChart.Save(
            path,
            string.Create(CultureInfo.InvariantCulture, $"Canary rolls back {mistakes * 100:0.##} % of healthy releases, ")
                + "sees the regressions that thresholds miss, and stops a broken release at once",
            [.. DetectionBenchmark.Judges.Select(judge => judge.Name)],
            Question.Percent("Healthy releases\nrolled back", name => FalseRollbacks("B1", name)),
            Question.Percent("... in an outage\nof both versions", name => FalseRollbacks("B8", name)),
            Question.Percent("Regressions from 0.1 to\n0.6 % failures caught", name => small.Tallies[name].RolledBack),
            new(
                "Requests lost to a release\nthat fails them all",
                "requests (median, 100 rps)",
                name => total.Tallies[name].Requests(.5),
                [0, 1000, 2000, 3000]));

        double FalseRollbacks(string id, string judge) => ComparisonTables.FalseRollbacks(findings, id, judge);
    }
}
