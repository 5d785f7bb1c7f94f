using Canary.Statistics;
using Canary.Statistics.Outlook;

namespace Canary.Sensitivity;

/// <summary>What a plan can see, by the traffic and the failures that are usual.</summary>
/// <param name="Plan">Its stretches, which add up to what is seen.</param>
/// <param name="PerMinute">Requests in a minute, of both versions together.</param>
/// <param name="Usual">The usual rate of bad requests, 0 to 1.</param>
/// <param name="BurstFactor">By how much more they vary than independent ones would: 1 or more.</param>
/// <param name="Tolerance">What is tolerated.</param>
/// <param name="MinimumRequests">See <see cref="AnalysisOptions.MinimumRequests"/>.</param>
internal sealed record Sight(
    IReadOnlyList<Stretch> Plan, double PerMinute, double Usual, double BurstFactor, Tolerance Tolerance, long MinimumRequests)
{
    /// <summary>What a step's last minutes say is known only after them.</summary>
    public const double Delay = 3;

    // With what is enough on average, half of the releases are caught: for four of five it takes so much more evidence,
    private const double Luck = 1.3;

    // and where they come in bursts, so much more in the logarithm, since one test of several has to see it,
    private const double OneOfSeveral = 1.6;

    // and so many bad requests are to be expected for each that there must be.
    private const double BadPerMinimum = 1.43;

    /// <summary>
    /// The least rate of the candidate's bad requests that is seen in some four of five releases before so many minutes are over;
    /// null where none is.
    /// </summary>
    public double? LeastRate(double minutes)
    {
        var seen = Until(minutes - Delay).ToList();
        var requests = seen.Sum(one => one.Minutes * one.Share) * PerMinute;
        var needed = (-Math.Log(Tolerance.Alpha) + (BurstFactor > 1 ? OneOfSeveral : 0)) * BurstFactor * Luck;
        var least = Crossing.Of(
            rate => Math.Min(
                seen.Sum(one => Pace(one.Share, rate).EvidenceOf(one.Minutes * one.Share * PerMinute, Tolerance.Ratio)) / needed,
                requests * rate / (BadPerMinimum * Tolerance.MinimumBad * BurstFactor)),
            1, Math.Max(Tolerance.NegligibleRate, Usual), 1);
        return double.IsInfinity(least) ? null : least;
    }

    /// <summary>
    /// After how many minutes a candidate that is like the stable version is known to be harmless; infinity where the plan is
    /// over before that, even if its last stretch goes on for a while.
    /// </summary>
    public double UntilHealthy(double beyond)
    {
        var (test, passed, answered) = (new HarmlessTest(Tolerance), 0.0, 0.0);
        foreach (var (stretch, i) in Plan.Select((one, i) => (one, i)))
        {
            var (pace, each) = (Pace(stretch.Share, Usual), stretch.Share * PerMinute);
            var requests = Math.Max(
                test.RequestsUntil(-Math.Log(Tolerance.Beta), pace, BurstFactor),
                Math.Max(MinimumRequests - answered, (MinimumRequests - answered) / pace.StablePerCandidate));
            var isLast = i == Plan.Count - 1;
            if (requests <= each * (stretch.Minutes + (isLast ? beyond - Delay : 0))) return passed + requests / each + Delay;
            test.Expect(each * stretch.Minutes, pace, BurstFactor);
            (passed, answered) = (passed + stretch.Minutes, answered + each * stretch.Minutes);
        }
        return double.PositiveInfinity;
    }

    private Pace Pace(double share, double candidate) => new(candidate, Usual, share, share * PerMinute);

    private IEnumerable<Stretch> Until(double minutes)
    {
        foreach (var stretch in Plan)
        {
            if (minutes <= 0) yield break;
            yield return stretch with { Minutes = Math.Min(stretch.Minutes, minutes) };
            minutes -= stretch.Minutes;
        }
    }
}
