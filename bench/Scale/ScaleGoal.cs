using System.Globalization;

namespace Canary.Bench.Scale;

/// <summary>What a row has to reach.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Of">How; NaN where there is nothing to measure.</param>
/// <param name="AtMost">The limit, which may be met exactly.</param>
internal sealed record ScaleGoal(string What, Func<ScaleFindings, double> Of, double AtMost)
{
    /// <summary>Every one ends as it should.</summary>
    public static ScaleGoal AsDeserved { get; } =
        new("endings that are not deserved", found => found.Releases.Count - found.AsDeserved, 0);

    /// <summary>All is over in twice what the quota makes of the calls, and the plan.</summary>
    public static ScaleGoal InTwiceTheLimit { get; } = new(
        "time over twice the quotas' limit and the plan", found => found.Elapsed / (2 * found.Limit + found.Row.Bake), 1);

    public static ScaleGoal LongestOverPlan(double atMost) =>
        new("longest duration over plan", found => ScaleFindings.Quantile(found.OverPlan, 1), atMost);

    public static ScaleGoal AlarmToBack(double share, double atMost) => new(
        $"seconds from alarm to alias back, {Share(share)}",
        found => ScaleFindings.Quantile(found.Returns(Fate.Bad), share),
        atMost);

    public static ScaleGoal StopToBack(double share, double atMost) => new(
        $"seconds from Stop to alias back, {Share(share)}",
        found => ScaleFindings.Quantile(found.Returns(Fate.Stopped), share),
        atMost);

    public static ScaleGoal LongestGap(double atMost) =>
        new("longest seconds between two looks at the alarm", found => ScaleFindings.Quantile(found.Gaps, 1), atMost);

    public static ScaleGoal ScarceCalls(double atMost) =>
        new("scarce calls a rollout", found => (double)found.Calls.Scarce / found.Releases.Count, atMost);

    public static ScaleGoal Dollars(double atMost) => new("dollars a rollout", found => found.Dollars, atMost);

    public static ScaleGoal WallSeconds(double atMost) => new("seconds of real time", found => found.Wall.TotalSeconds, atMost);

    public bool IsMet(ScaleFindings found) => Of(found) is var value && (double.IsNaN(value) || value <= AtMost);

    private static string Share(double share) => share == 1
        ? "the longest"
        : string.Create(CultureInfo.InvariantCulture, $"p{100 * share:0}");
}
