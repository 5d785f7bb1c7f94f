namespace Canary.Bench.Tests;

/// <summary>The pages show the benchmark's results. They must not go stale.</summary>
public class PagesTests
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    [Fact]
    public void Analysis_BesideTheOtherJudges_HasTheTableOfTheResults() =>
        Assert.Contains(
            string.Join('\n', Table()), File.ReadAllText(Path.Combine(Root, "docs/analysis.md")), StringComparison.Ordinal);

    [Fact]
    public void Readme_ItsFigures_AreThoseOfTheResults()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).Replace('\n', ' ');
        var (canary, alarm) = (Row("Canary"), Row("alarm > 5 % twice"));

        Assert.Contains($"{canary[1]} of healthy releases", readme, StringComparison.Ordinal);
        Assert.Contains($"rolls back {alarm[1]}", readme, StringComparison.Ordinal);
        Assert.Contains($"{canary[3]} of rollouts of 20 minutes", readme, StringComparison.Ordinal);
        Assert.Contains($"by that alarm in {alarm[3]}", readme, StringComparison.Ordinal);
    }

    private static string[] Row(string judge) => [.. Table()
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .Single(cells => cells[0] == judge)];

    private static List<string> Table()
    {
        var results = File.ReadAllText(Path.Combine(Root, "bench/results/detection.md"));
        var begin = results.IndexOf("## In short", StringComparison.Ordinal);
        var end = results.IndexOf("## All judges", begin, StringComparison.Ordinal);
        var table = results[begin..end].Split('\n').Where(line => line.StartsWith('|')).ToList();
        Assert.Equal(9, table.Count);
        return table;
    }

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Canary.sln")) ? folder.FullName : Find(folder.Parent!);
}
