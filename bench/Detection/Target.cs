namespace Canary.Bench.Detection;

/// <summary>What Canary's judge has to reach.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Of">How.</param>
/// <param name="Bound">The limit, which may be met exactly.</param>
/// <param name="AtMost">Whether it is an upper limit.</param>
internal sealed record Target(string What, Func<Tally, double> Of, double Bound, bool AtMost)
{
    public static Target FalseRollbacks(double atMost) => new("false rollback rate", tally => tally.RolledBack, atMost, true);

    public static Target Caught(double atLeast) => new("caught", tally => tally.RolledBack, atLeast, false);

    public static Target MedianRequests(double atMost) => new("requests, median", tally => tally.Requests(.5), atMost, true);

    public static Target MedianFailed(double atMost) => new("failed requests, median", tally => tally.Failed(.5), atMost, true);

    public static Target LatestMinute(double atMost) => new("minutes, last", tally => tally.Minutes(1), atMost, true);

    public static Target MedianMinutes(double atMost) => new("minutes, median", tally => tally.Minutes(.5), atMost, true);

    public bool IsMet(Tally tally) => AtMost ? Of(tally) <= Bound : Of(tally) >= Bound;
}
