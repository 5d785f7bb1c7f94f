namespace Canary.Bench.Pipeline;

/// <summary>What Canary has to reach in a cell.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Of">How.</param>
/// <param name="Bound">The limit, which may be met exactly.</param>
/// <param name="AtMost">Whether it is an upper limit.</param>
internal sealed record Goal(string What, Func<Tally, double> Of, double Bound, bool AtMost)
{
    public static Goal FalseRollbacks(double atMost) => new("false rollbacks", tally => tally.RolledBack, atMost, true);

    public static Goal Caught(double atLeast) => new("caught", tally => tally.RolledBack, atLeast, false);

    /// <summary>At most so many times the requests that it took before the judge learned to wait for what is under way.</summary>
    public static Goal Requests(double before, double factor) =>
        new("mean requests until the rollback", tally => tally.Requests, before * factor, true);

    public static Goal MeanSeconds(double atMost) => new("mean seconds from the shift", tally => tally.MeanSeconds, atMost, true);

    public static Goal MostSeconds(double atMost) => new("most seconds from the shift", tally => tally.Seconds(1), atMost, true);

    public bool IsMet(Tally tally) => AtMost ? Of(tally) <= Bound : Of(tally) >= Bound;
}
