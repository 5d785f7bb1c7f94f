namespace Canary.Bench.Charts;

/// <summary>What is asked of each judge.</summary>
/// <param name="Title">The question.</param>
/// <param name="Axis">What is counted.</param>
/// <param name="Value">The answer of a judge.</param>
/// <param name="Ticks">Numbers on the axis.</param>
internal sealed record Question(string Title, string Axis, Func<string, double> Value, double[] Ticks)
{
    /// <summary>A question whose answer is a part of all rollouts.</summary>
    public static Question Percent(string title, Func<string, double> share) =>
        new(title, "% of rollouts", judge => 100 * share(judge), [0, 25, 50, 75, 100]);
}
