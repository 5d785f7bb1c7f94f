using Canary.Bench.Pipeline.Cells;

namespace Canary.Bench.Pipeline;

/// <summary>Plays each cell's rollouts, with fixed seeds.</summary>
internal sealed class PipelineBenchmark(int runs, string? only)
{
    private const ulong Seed = 424242;

    public IEnumerable<Tally> Run() => Pieces.All.Where(IsWanted).Select(Run);

    private bool IsWanted(Cell cell) =>
        only is null || cell.Id.StartsWith(only, StringComparison.Ordinal) || cell.Title.Contains(only, StringComparison.Ordinal);

    private Tally Run(Cell cell)
    {
        var played = new Played[runs];
        Parallel.For(0, runs, i => played[i] = Played.Of(cell, SeedOf(cell, i)));
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
