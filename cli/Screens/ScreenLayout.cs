namespace Canary.Cli.Screens;

/// <summary>How much of the live screen there is room for.</summary>
/// <param name="HasAir">Whether blank lines and rules set its tables off.</param>
/// <param name="HasPlan">Whether the plan is told in a line of its own: the steps tell it too.</param>
/// <param name="Steps">How many steps are shown at most, the current one among them.</param>
internal sealed record ScreenLayout(bool HasAir, bool HasPlan, int Steps)
{
    /// <summary>Columns of a usual terminal.</summary>
    public const int Usual = 80;

    /// <summary>Whether the terminal has fewer columns than usual.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>Characters of a bar.</summary>
    public int Bar => IsNarrow ? 10 : 20;

    public static ScreenLayout Full { get; } = new(true, true, 8);

    /// <summary>From all there is to the least, in the order in which things can be spared.</summary>
    public static IReadOnlyList<ScreenLayout> FromFullToLeast { get; } =
    [
        Full,
        Full with { HasAir = false },
        .. Enumerable.Range(0, Full.Steps).Select(fewer => new ScreenLayout(false, false, Full.Steps - fewer)),
    ];
}
