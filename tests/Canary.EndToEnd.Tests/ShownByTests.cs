using System.Text.RegularExpressions;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests;

/// <summary>Pages that claim something name the test that shows it. The test must be there.</summary>
public partial class ShownByTests
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    [Theory]
    [InlineData("SECURITY.md", 15)]
    [InlineData("docs/callers.md", 8)]
    public void Page_EachTestThatItNames_IsThere(string page, int least)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Tree.Template)!, "tests");
        var sources = Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "judges"), "test_*.py"))
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        var named = Names().Matches(Tree.Read(page));

        Assert.InRange(named.Count, least, 1_000);
        Assert.All(named, name => Assert.Contains(
            sources[name.Groups["file"].Value],
            source => source.Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Security_EachRow_IsShownByATestOrByAwsAlone()
    {
        var rows = Tree.Read("SECURITY.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ")[^1])
            .Where(shownBy => shownBy != "shown by");

        Assert.All(rows, shownBy => Assert.True(shownBy == "*AWS*" || Names().IsMatch(shownBy), shownBy));
    }

    [GeneratedRegex(@"`(?<file>\w+Tests|test_\w+)\.(?<test>\w+)`")]
    private static partial Regex Names();
}
