namespace Canary.Bench.Tests;

/// <summary>The README shows the benchmark's results. It must not go stale.</summary>
public class ReadmeTests
{
    [Fact]
    public void Table_BesideTheOtherJudges_IsThatOfTheResults()
    {
        var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
        var results = File.ReadAllText(Path.Combine(root, "bench/results/detection.md"));
        var begin = results.IndexOf("## In short", StringComparison.Ordinal);
        var table = results[begin..results.IndexOf("## All judges", begin, StringComparison.Ordinal)].Split('\n').Where(line => line.StartsWith('|')).ToList();

        Assert.Equal(9, table.Count);
        Assert.Contains(string.Join('\n', table), File.ReadAllText(Path.Combine(root, "README.md")), StringComparison.Ordinal);
    }

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Canary.sln")) ? folder.FullName : Root(folder.Parent!);
}
