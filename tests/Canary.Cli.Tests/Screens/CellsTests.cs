using Canary.Cli.Screens;

namespace Canary.Cli.Tests.Screens;

public class CellsTests
{
    [Theory]
    [InlineData("orders", 6)]
    [InlineData("注文", 4)]
    [InlineData("🚀", 2)]
    public void Of_AText_AreItsColumnsAndNotItsCharacters(string text, int cells) => Assert.Equal(cells, Cells.Of(text));

    [Theory]
    [InlineData("orders", 6, "orders")]
    [InlineData("orders", 5, "orde…")]
    [InlineData("注文注文", 6, "注文…")]
    [InlineData("ab🚀🚀", 5, "ab🚀…")]
    [InlineData("ab🚀🚀", 4, "ab…")]
    public void Cut_ToColumns_PartsNoCharacter(string text, int width, string cut)
    {
        Assert.Equal(cut, Cells.Cut(text, width));
        Assert.InRange(Cells.Of(cut), 0, width);
    }

    [Fact]
    public void Padded_AWideText_EndsWhereANarrowOneDoes() =>
        Assert.Equal(Cells.Of(Cells.Padded("orders", 8)), Cells.Of(Cells.Padded("注文", 8)));

    [Fact]
    public void Prose_OfWideCharacters_FitsItsColumnsAndLosesNothing()
    {
        const string Text = "注文が遅い: 🚀🚀🚀🚀🚀🚀🚀🚀🚀 10 % と alice";

        var lines = new Prose(Text).Lines(12).ToList();

        Assert.All(lines, line => Assert.InRange(Cells.Of(line), 1, 12));
        Assert.Equal(
            Text.Replace(" ", "", StringComparison.Ordinal),
            string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }
}
