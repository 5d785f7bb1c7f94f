namespace Canary.Bench.World;

/// <summary>The world's time: seconds since its history began, on a full minute.</summary>
internal static class Time
{
    private static readonly DateTimeOffset Origin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Of(int second) => Origin.AddSeconds(second);

    public static int SecondOf(DateTimeOffset time) => (int)(time - Origin).TotalSeconds;
}
