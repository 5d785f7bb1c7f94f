namespace Canary.Bench.Tests;

/// <summary>The pages show the benchmarks' results. They must not go stale.</summary>
public class PagesTests
{
    private const string Header = "| | healthy releases rolled back |";
    private const string ColdStarts = "| | start to answer, ms |";
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));
    private static readonly string Analysis = Path.Combine(Root, "docs/analysis.md");

    /// <summary>With CANARY_WRITE_RESULTS=1 it writes the table anew.</summary>
    [Fact]
    public void Analysis_BesideTheOtherJudges_HasTheTableOfTheWholePath()
    {
        var page = File.ReadAllText(Analysis);
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_RESULTS") == "1")
        {
            page = page.Replace(Join(TableOf(page)), Join(Results()), StringComparison.Ordinal);
            File.WriteAllText(Analysis, page);
        }

        Assert.Contains(Join(Results()), page, StringComparison.Ordinal);
    }

    /// <summary>With CANARY_WRITE_RESULTS=1 it writes the table anew.</summary>
    [Fact]
    public void Deploying_ColdStarts_HasTheTableOfTheBenchmark()
    {
        var (path, results) = (Path.Combine(Root, "docs/deploying.md"), Path.Combine(Root, "bench/results/coldstart.md"));
        var (page, table) = (File.ReadAllText(path), Join(TableOf(File.ReadAllText(results), ColdStarts)));
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_RESULTS") == "1")
        {
            page = page.Replace(Join(TableOf(page, ColdStarts)), table, StringComparison.Ordinal);
            File.WriteAllText(path, page);
        }

        Assert.Contains(table, page, StringComparison.Ordinal);
        Assert.Contains("| native |", table, StringComparison.Ordinal);
        Assert.DoesNotContain("missed", File.ReadAllText(results), StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_ItsFigures_AreThoseOfTheWholePath()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).Replace('\n', ' ');
        var (canary, alarm) = (Row("Canary"), Row("alarm > 5 % twice"));

        Assert.Contains($"{canary[1]} of healthy releases", readme, StringComparison.Ordinal);
        Assert.Contains($"rolls back {alarm[1]}", readme, StringComparison.Ordinal);
        Assert.Contains($"{canary[4]} of rollouts of 20 minutes", readme, StringComparison.Ordinal);
        Assert.Contains($"by that alarm in {alarm[4]}", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_WhatItCannotSee_HasTheFiguresOfTheWholePath()
    {
        var page = File.ReadAllText(Analysis).Replace("\n  ", " ", StringComparison.Ordinal).Replace('\n', ' ');

        Assert.Contains($"is caught in {Cell("J8.1", 4)} of rollouts", page, StringComparison.Ordinal);
        Assert.Contains($"5 to 6 % in {Cell("J8.2", 4)}", page, StringComparison.Ordinal);
        Assert.Contains($"an hour catches {Cell("D1.5", 4)} of those", page, StringComparison.Ordinal);
        Assert.Contains($"at 300 a second, {Cell("B7", 4)} of healthy releases", page, StringComparison.Ordinal);
        var (soon, late) = (Seconds("K1"), Seconds("K4"));
        Assert.Contains($"{soon[0]} seconds after the shift on the mean and {soon[2]} at most", page, StringComparison.Ordinal);
        Assert.Contains($"it is {late[0]} seconds on the mean and {late[2]} at most", page, StringComparison.Ordinal);
    }

    private static string Cell(string id, int column) => Rows(id).First()[column].Split(" [")[0];

    private static string[] Seconds(string id) => Rows(id).Last()[3].Split(" / ");

    private static IEnumerable<string[]> Rows(string id) =>
        File.ReadAllLines(Path.Combine(Root, "bench/results/pipeline.md"))
            .Where(line => line.StartsWith($"| {id} ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static string[] Row(string judge) => [.. Results()
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .Single(cells => cells[0] == judge)];

    private static List<string> Results()
    {
        var table = TableOf(File.ReadAllText(Path.Combine(Root, "bench/results/pipeline.md")));
        Assert.Equal(10, table.Count);
        return table;
    }

    private static List<string> TableOf(string page, string header = Header)
    {
        var rest = page.Split('\n').SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal));
        return [.. rest.TakeWhile(line => line is ['|', ..])];
    }

    private static string Join(List<string> lines) => string.Join('\n', lines);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Canary.sln")) ? folder.FullName : Find(folder.Parent!);
}
