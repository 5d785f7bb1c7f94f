namespace Canary.Bench.Pipeline;

/// <summary>What Canary has to reach in a cell.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Of">How.</param>
/// <param name="Bound">The limit, which may be met exactly.</param>
/// <param name="AtMost">Whether it is an upper limit.</param>
internal sealed record Goal(string What, Func<Findings, double> Of, double Bound, bool AtMost)
{
    // With a tenth of the rollouts, means differ by so much.
    private const double Chance = .15;

    /// <summary>The same with what chance may do where there are few rollouts.</summary>
    public required Func<Findings, double> Leniently { get; init; }

    public static Goal FalseRollbacks(double atMost) => new("rolled back", found => found.Own.RolledBack, atMost, true)
    {
        Leniently = found => found.Own.Interval.Low,
    };

    public static Goal Caught(double atLeast) => new("caught", found => found.Own.RolledBack, atLeast, false)
    {
        Leniently = found => found.Own.Interval.High,
    };

    public static Goal Requests(double atMost) => Mean("requests until the rollback", found => found.Own.Requests, atMost);

    public static Goal MostSeconds(double atMost) =>
        Mean("most seconds from the shift", found => found.Own.Seconds(1), atMost);

    /// <summary>On the mean no later than another judge, or later by a factor.</summary>
    public static Goal AsSoonAs(string judge, double factor = 1) =>
        Mean($"seconds over those of \"{judge}\"", found => found.Own.MeanSeconds / found.Others[judge].MeanSeconds, factor);

    public bool IsMet(Findings found)
    {
        var value = found.IsQuick ? Leniently(found) : Of(found);
        return AtMost ? value <= Bound : value >= Bound;
    }

    private static Goal Mean(string what, Func<Findings, double> of, double atMost) =>
        new(what, of, atMost, true) { Leniently = found => of(found) * (1 - Chance) };
}
