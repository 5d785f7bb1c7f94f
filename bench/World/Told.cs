namespace Canary.Bench.World;

/// <summary>What can be read of one minute of a version.</summary>
/// <param name="Requests">Requests.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Slow">Those that were slow.</param>
/// <param name="IsWhole">Whether nothing is to come.</param>
internal readonly record struct Told(int Requests, int Failed, int Slow, bool IsWhole)
{
    public static Told Nothing { get; } = new(0, 0, 0, true);

    public static Told operator +(Told one, Told other) => new(
        one.Requests + other.Requests, one.Failed + other.Failed, one.Slow + other.Slow, one.IsWhole && other.IsWhole);
}
