using Canary.Bench.Pipeline.Cells;

namespace Canary.Bench.Pipeline;

/// <summary>Plays each cell's rollouts, with fixed seeds.</summary>
internal sealed class PipelineBenchmark(int? runs, string? only)
{
    private const ulong Seed = 424242;

    public static IEnumerable<Cell> Cells =>
    [
        .. Pieces.All, .. Warmth.All, .. Bursts.All, .. Quiet.All, .. Dead.All, .. Judged.All, .. Neighbours.All,
    ];

    public IEnumerable<(Cell Cell, Tally Tally)> Run() => Cells.Where(IsWanted).Select(cell => (cell, Run(cell)));

    // An id is its letter, number and so on: A1 is not A10.
    private bool IsWanted(Cell cell) => only is null
        || cell.Id == only
        || (cell.Id.StartsWith(only, StringComparison.Ordinal) && (only.Length == 1 || !char.IsDigit(cell.Id[only.Length])))
        || (only.Length > 2 && cell.Title.Contains(only, StringComparison.Ordinal));

    // A rare mistake needs many rollouts to be seen, a regression that is always caught does not.
    private Tally Run(Cell cell)
    {
        var played = new Played[runs ?? (cell.RegressionFrom is null ? 2_000 : 500)];
        Parallel.For(0, played.Length, i => played[i] = Played.Of(cell, SeedOf(cell, i)));
        return new(cell, played);
    }

    // The same however many cells there are; the same traffic however it is told.
    private static ulong SeedOf(Cell cell, int run)
    {
        var hash = 14695981039346656037;
        foreach (var letter in cell.Name) hash = (hash ^ letter) * 1099511628211;
        return hash ^ (Seed << 20) ^ ((ulong)run * 0x9E3779B97F4A7C15);
    }
}
