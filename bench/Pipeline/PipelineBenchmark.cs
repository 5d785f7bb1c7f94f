namespace Canary.Bench.Pipeline;

/// <summary>Plays each cell's rollouts, with fixed seeds.</summary>
/// <param name="cells">The cells.</param>
/// <param name="quick">Whether few rollouts are enough.</param>
/// <param name="only">The id of a cell, how it begins, or a part of a cell's title; null for all.</param>
/// <param name="runs">How many rollouts of each cell, if not as many as usual.</param>
internal sealed class PipelineBenchmark(IEnumerable<Cell> cells, bool quick, string? only = null, int? runs = null)
{
    public const string Own = "Canary";
    private const ulong Seed = 424242;

    /// <summary>Every judge, Canary first.</summary>
    public static IReadOnlyList<string> Judges { get; } = [Own, .. Rivals.Names.Except([Rivals.AnyOfBoth])];

    /// <summary>Rollouts of a cell where nothing is wrong: a rare mistake needs many to be seen.</summary>
    public int Healthy => runs ?? (quick ? 100 : 2_000);

    /// <summary>Rollouts of a cell where something is.</summary>
    public int Bad => runs ?? (quick ? 25 : 500);

    /// <summary>Whether it is all of the benchmark, whose results are kept.</summary>
    public bool IsWhole => !quick && only is null && runs is null;

    public IEnumerable<Findings> Run() => cells.Where(cell => IsWanted(cell) && (!quick || cell.Goals.Count > 0)).Select(Run);

    // An id goes on with a digit that is its own: A1 is not A10.
    private bool IsWanted(Cell cell) => only is null
        || cell.Id == only
        || (cell.Id.StartsWith(only, StringComparison.Ordinal) && (only.Length == 1 || !char.IsDigit(cell.Id[only.Length])))
        || (only.Length > 2 && cell.Title.Contains(only, StringComparison.Ordinal));

    private Findings Run(Cell cell)
    {
        var own = new Played[cell.RegressionFrom is null ? Healthy : Bad];
        Parallel.For(0, own.Length, i => own[i] = Played.Of(cell, SeedOf(cell, i)));
        return new(cell, new(cell, own), Others(cell), quick);
    }

    private Dictionary<string, Tally> Others(Cell cell)
    {
        if (!cell.ForAll || (quick && cell.Id[0] != 'K')) return [];
        var all = new Played[Bad][];
        Parallel.For(0, all.Length, i => all[i] = Rivals.Play(cell, SeedOf(cell, i)));
        return Rivals.Names.Select((name, judge) => (name, new Tally(cell, [.. all.Select(ends => ends[judge])])))
            .ToDictionary();
    }

    // The same however many cells there are; the same traffic however it is told.
    private static ulong SeedOf(Cell cell, int run)
    {
        var hash = 14695981039346656037;
        foreach (var letter in cell.Name) hash = (hash ^ letter) * 1099511628211;
        return hash ^ (Seed << 20) ^ ((ulong)run * 0x9E3779B97F4A7C15);
    }
}
