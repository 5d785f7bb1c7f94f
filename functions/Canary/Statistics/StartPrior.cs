namespace Canary.Statistics;

/// <summary>
/// When a regression begins: at once with a large chance, else in each look with the same small one.
/// These weights sum to at most 1, and that is the correction for looking again and again:
/// without them the evidence would grow with every look.
/// </summary>
internal readonly struct StartPrior(int plannedLooks)
{
    private const double AtOnceChance = .85;
    /// <summary>ln of the chance that it begins at once.</summary>
    public static double AtOnce { get; } = Math.Log(AtOnceChance);

    /// <summary>ln of the chance that it does not.</summary>
    public static double Later { get; } = Math.Log(1 - AtOnceChance);

    /// <summary>ln of the chance that it begins in this look, if it has not yet.</summary>
    public double Now { get; } = Math.Log(1.0 / Math.Max(2, plannedLooks));

    /// <summary>ln of the chance that it does not begin in this look, if it has not yet.</summary>
    public double NotYet { get; } = double.LogP1(-1.0 / Math.Max(2, plannedLooks));
}
