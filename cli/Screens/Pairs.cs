using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>Names with what is said of each, in two columns.</summary>
internal static class Pairs
{
    public static Grid Of(params (string Name, IRenderable Value)[] pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(8).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        foreach (var (name, value) in pairs) grid.AddRow(new Markup($"[dim]{name}[/]"), value);
        return grid;
    }
}
