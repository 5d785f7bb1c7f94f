namespace Canary.Bench.Pipeline.Cells;

/// <summary>All cells, in the order of the report.</summary>
internal static class AllCells
{
    public static IReadOnlyList<Cell> InOrder { get; } =
        [.. Pieces.All, .. Warmth.All, .. Bursts.All, .. Quiet.All, .. Dead.All, .. Judged.All, .. Neighbours.All];
}
