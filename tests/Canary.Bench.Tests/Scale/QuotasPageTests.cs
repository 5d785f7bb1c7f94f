using Canary.Local.Deploy;

namespace Canary.Bench.Tests.Scale;

/// <summary>docs/quotas.md shows rows of the benchmark of many rollouts. It must not go stale.</summary>
public class QuotasPageTests
{
    private const string Begin = "<!-- written by QuotasPageTests -->";
    private const string End = "<!-- end -->";

    private static readonly string[] Shown =
        ["20 at once", "50 at once", "200 at once", "1,000 at once", "300 over 10 minutes", "1,000 over 10 minutes"];

    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    /// <summary>With CANARY_WRITE_RESULTS=1 it writes the table anew.</summary>
    [Fact]
    public void Page_ItsTable_IsOfTheBenchmark()
    {
        var page = Tree.Read("docs/quotas.md");
        var wanted = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)]
            + $"\n\n{Table()}\n\n"
            + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_RESULTS") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(Tree.Template)!, "docs", "quotas.md"), wanted);

        Assert.Equal(wanted, Tree.Read("docs/quotas.md"));
    }

    private static string Table()
    {
        var (ends, calls) = (Rows("## What becomes of them"), Rows("## What they ask of AWS"));
        var lines = Shown.Select(name =>
            $"| {name} | {ends[name][1]} | {Of(ends[name][3], 2)} | {Of(ends[name][4], 1)} s | {Of(ends[name][5], 1)} s "
            + $"| {calls[name][5]} |");
        return string.Join('\n', (string[])
        [
            "| | as deserved | longest, over its plan | alarm to alias back, p95 | *Stop* to alias back, p95 | alarm calls |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            .. lines,
        ]);
    }

    // Three numbers: the median, the 95th percentile, the most.
    private static string Of(string spread, int which) => spread.Split(" / ")[which];

    private static Dictionary<string, string[]> Rows(string heading) => Tree.Read("bench/results/scale.md").Split('\n')
        .SkipWhile(line => line != heading)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "))
        .Where(cells => cells.Length > 5)
        .ToDictionary(cells => cells[0]);
}
