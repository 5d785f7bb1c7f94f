using System.Text.RegularExpressions;
using Canary.EndToEnd.Tests.Safety;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests;

/// <summary>docs/safety.md says what was tried and which test shows it. It must not go stale.</summary>
public partial class SafetyPageTests
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private const string Begin = "<!-- written by SafetyPageTests -->";
    private const string End = "<!-- end -->";

    private static readonly string Page = Tree.Read("docs/safety.md");

    private static string[][] Rows { get; } =
        [.. Page.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Where(row => !row[0].StartsWith('-'))];

    [Fact]
    public void EveryRow_NamesATestThatExists()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Tree.Template)!, "tests");
        var sources = Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        var named = Rows.Where(row => row[^1].Contains("Tests.", StringComparison.Ordinal))
            .Select(row => TestName().Match(row[^1]))
            .ToList();

        Assert.InRange(named.Count, 20, 1_000);
        Assert.All(named, name =>
        {
            Assert.True(name.Success, "A row names no test.");
            Assert.Contains(
                sources[name.Groups[1].Value],
                source => source.Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void TheTablesOfFaults_AreWhatHappens()
    {
        var file = Path.Combine(Path.GetDirectoryName(Tree.Template)!, "docs", "safety.md");
        var wanted = Page[..(Page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)]
            + "\n"
            + FaultTable.Write()
            + Page[Page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_SAFETY") == "1") File.WriteAllText(file, wanted);

        var told = File.ReadAllText(file);
        Assert.True(
            wanted == told,
            "docs/safety.md does not tell what happens. Run this test with CANARY_WRITE_SAFETY=1 and read what has changed. "
                + $"It lacks: {string.Join('\n', wanted.Split('\n').Except(told.Split('\n')))}");
    }

    [Fact]
    public void EveryDeedOfTheProperty_HasARow()
    {
        var told = string.Join('\n', Rows.Select(row => row[0]));

        Assert.All(Enum.GetNames<Deed>(), deed => Assert.Contains($"`{deed}`", told, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^`(\w+Tests)\.(\w+)`$")]
    private static partial Regex TestName();
}
