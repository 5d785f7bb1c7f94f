using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>What docs/analysis.md shows of it: one row a judge.</summary>
internal static class PathInShort
{
    private const string Header =
        "| | healthy releases rolled back | in an outage of both versions | whose failures come together "
        + "| caught: 0.1 to 0.6 % in 20 minutes | caught: 1 to 2 % in 5 minutes at 10 % "
        + "| requests lost to a release that fails them all |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";

    public static string Of(IReadOnlyList<Findings> findings) => Header + string.Join('\n', PipelineBenchmark.Judges.Select(
        judge => $"| {judge} | {string.Join(" | ", Cells(judge).Select(cell => cell(findings)))} |"));

    /// <summary>The mean part of the rollouts that a judge rolls back, over the cells whose ids begin so.</summary>
    public static double Share(IEnumerable<Findings> findings, string judge, params string[] ids) =>
        findings.Where(found => ids.Any(id => Begins(found.Cell.Id, id))).Average(found => found.Of(judge)!.RolledBack);

    private static IEnumerable<Func<IReadOnlyList<Findings>, string>> Cells(string judge) =>
    [
        findings => Percent(Share(findings, judge, "J1")),
        findings => Percent(Share(findings, judge, "A1")),
        findings => Percent(Share(findings, judge, "C1", "C2", "C3")),
        findings => Percent(Share(findings, judge, "J5")),
        findings => Percent(Share(findings, judge, "J7.2")),
        findings => Number(findings.First(found => found.Cell.Id == "AP1.7").Of(judge)!.Failed),
    ];

    private static bool Begins(string id, string part) =>
        id == part || id.StartsWith($"{part}.", StringComparison.Ordinal);

    private static string Number(double mean) => mean.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
