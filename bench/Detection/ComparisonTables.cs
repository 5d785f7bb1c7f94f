using System.Globalization;
using System.Text;
using Canary.Bench.Judges;

namespace Canary.Bench.Detection;

/// <summary>All judges side by side.</summary>
internal static class ComparisonTables
{
    private static readonly (string Name, string Id)[] Healthy =
        [
        ("no regression", "B1"),
        ("outage of both versions", "B8"),
        ("noise of each version", "B9"),
        ("outage as the weight changes", "B11"),
    ];

    /// <summary>The mean part of healthy releases that a judge rolls back in the scenarios of a number.</summary>
    public static double FalseRollbacks(IEnumerable<Findings> findings, string id, string judge) =>
        findings.Where(finding => finding.Scenario.Id == id
            && finding.Tallies.ContainsKey(judge)
            && finding.Scenario.Course.LookSeconds == 60)
            .Average(finding => finding.Tallies[judge].RolledBack);

    /// <summary>What docs/analysis.md shows of it: one row a judge.</summary>
    public static string InShort(IReadOnlyList<Findings> findings)
    {
        var small = findings.First(finding => finding.Scenario.Id == "B6");
        var soon = findings.Last(finding => finding.Scenario.Id == "B12");
        var total = findings.First(finding => finding.Scenario is { Id: "B2", Course.RequestsPerSecond: 100 });
        const string Header =
            "| | healthy releases rolled back | in an outage of both versions | caught: 0.1 to 0.6 % in 20 minutes "
                + "| caught: 1 to 2 % in 5 minutes at 10 % | requests lost to a release that fails them all |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: |\n";
        return Header + string.Join('\n', DetectionBenchmark.Judges.Select(judge => Row(judge.Name,
        [
            Share(FalseRollbacks(findings, "B1", judge.Name)),
            Share(FalseRollbacks(findings, "B8", judge.Name)),
            Share(small.Tallies[judge.Name].RolledBack),
            Share(soon.Tallies[judge.Name].RolledBack),
            total.Tallies[judge.Name].Requests(.5).ToString("N0", CultureInfo.InvariantCulture),
        ])));
    }

    public static string All(IReadOnlyList<Findings> findings)
    {
        var regressions = findings.Where(finding => finding.Scenario is { RegressionFrom: not null, ForAll: true }).ToList();
        var text = new StringBuilder();
        var kinds = string.Join(" | ", Healthy.Select(kind => $"{kind.Name} ({kind.Id})"));
        Add(
            text,
            "Healthy releases rolled back",
            $"| | {kinds} |",
            Healthy.Length,
            DetectionBenchmark.Judges.Append(new ObservedShare())
                .Select(judge => Row(judge.Name, Healthy.Select(kind => FalseRollbacks(findings, judge, kind.Id)))));
        Add(text, "Bad releases caught", tally => Share(tally.RolledBack), regressions);
        Add(
            text,
            "Requests to the candidate until the rollback, median / 95th percentile",
            tally => Pair(tally.Requests, "N0"),
            regressions);
        Add(
            text,
            "Failed requests until the rollback, or until the end without one, median / 95th percentile",
            tally => Pair(tally.Failed, "N0"),
            regressions);
        Add(
            text,
            "Minutes from the regression to the rollback, median / 95th percentile",
            tally => Pair(tally.Minutes, "0.#"),
            regressions);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string title, Func<Tally, string> cell, IEnumerable<Findings> regressions)
    {
        var names = DetectionBenchmark.Judges.Select(judge => judge.Name).ToList();
        Add(text, title, $"| | {string.Join(" | ", names)} |", names.Count, regressions.Select(
            finding => Row(
                $"{finding.Scenario.Id}: {finding.Scenario.Name}", names.Select(name => cell(finding.Tallies[name])))));
    }

    private static void Add(StringBuilder text, string title, string header, int columns, IEnumerable<string> rows)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"### {title}\n\n{header}\n| --- |{string.Concat(Enumerable.Repeat(" ---: |", columns))}\n");
        foreach (var row in rows) text.Append(row).Append('\n');
        text.Append('\n');
    }

    private static string FalseRollbacks(IEnumerable<Findings> findings, IJudge judge, string id) =>
        findings.Any(finding => finding.Scenario.Id == id && finding.Tallies.ContainsKey(judge.Name))
            ? Share(FalseRollbacks(findings, id, judge.Name))
            : "";

    private static string Row(string name, IEnumerable<string> cells) => $"| {name} | {string.Join(" | ", cells)} |";

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    private static string Pair(Func<double, double> quantile, string format) => double.IsNaN(quantile(.5))
        ? "never"
        : $"{quantile(.5).ToString(format, CultureInfo.InvariantCulture)} "
            + $"/ {quantile(.95).ToString(format, CultureInfo.InvariantCulture)}";
}
