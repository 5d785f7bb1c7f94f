using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>How CloudWatch tells: what is documented is only that it takes a minute or two.</summary>
internal static class Tellings
{
    private const int Part = 15;

    public static Telling Whole { get; } = new("whole, 60-180 s", 60, LagScope.VersionMinute, 60, 180);

    public static Telling WholeDisordered { get; } = Whole with { Name = "whole in any order, 60-180 s", InOrder = false };

    public static Telling PartsOfOneLag { get; } = new("in parts, one lag, 60-180 s", Part, LagScope.Rollout, 60, 180)
    {
        Apart = Part,
    };

    public static Telling PartsOfOwnLag { get; } = new("in parts, a lag a version, 60-180 s", Part, LagScope.Version, 60, 180);

    public static Telling Parts30 { get; } = new("in parts, 30-90 s", Part, LagScope.VersionMinute, 30, 90);

    public static Telling Parts60 { get; } = new("in parts, 60-120 s", Part, LagScope.VersionMinute, 60, 120);

    public static Telling Parts { get; } = new("in parts, 60-180 s", Part, LagScope.VersionMinute, 60, 180);

    public static Telling PartsDisordered { get; } =
        new("in parts in any order, 60-180 s", Part, LagScope.Grain, 60, 180) { InOrder = false };

    /// <summary>The same parts, but of each minute all at once: for an oracle that knows when a minute is whole.</summary>
    public static Telling PartsHeld { get; } = Parts with { Name = "as before, to an oracle of what is whole", IsHeld = true };

    public static Telling PartsDisorderedHeld { get; } =
        PartsDisordered with { Name = "as before in any order, to an oracle of what is whole", IsHeld = true };

    public static IReadOnlyList<Telling> All { get; } =
        [Telling.AtOnce, Whole, WholeDisordered, PartsOfOneLag, Parts30, Parts60, Parts, PartsDisordered, PartsOfOwnLag];
}
