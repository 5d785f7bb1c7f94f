using Canary.Bench.Traffic;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>Steps that several cells have.</summary>
internal static class Plans
{
    public static Stage[] Ramp { get; } = [new(.01, 2), new(.05, 3), new(.1, 5), new(.5, 10)];

    public static Stage[] TwoSteps { get; } = [new(.1, 10), new(.5, 10)];

    public static Stage[] FiveMinutes { get; } = [new(.1, 5)];

    public static Stage[] Hour { get; } = [new(.5, 60)];

    /// <summary>A random moment of the ramp, with some time to come.</summary>
    public static double Moment(Dice dice) => 60 + 1_020 * dice.Uniform();
}
