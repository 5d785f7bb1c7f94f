using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>docs/development.md leads newcomers in with a picture of the house. It must not go stale.</summary>
public sealed class PictureTests
{
    private const string PagePath = "docs/development.md";
    private const string Begin = "<!-- written by PictureTests -->\n```text\n";
    private const string End = "```\n<!-- end -->";

    [Fact]
    public void ThePage_ShowsTheHouseAsItIs()
    {
        var page = SourceTree.Read(PagePath);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        Assert.True(begin >= 0, $"{PagePath} has no block that begins with \"{Begin}\".");
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        var wanted = page[..(begin + Begin.Length)] + Picture.Draw(Plan.House) + page[end..];
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_HOUSE") == "1") SourceTree.Write(PagePath, wanted);

        Assert.True(
            wanted == SourceTree.Read(PagePath),
            $"{PagePath} shows another house. Run this test with CANARY_WRITE_HOUSE=1 and read what has changed.");
    }
}
