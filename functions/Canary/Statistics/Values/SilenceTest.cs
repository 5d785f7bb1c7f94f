namespace Canary.Statistics.Values;

/// <summary>
/// Whether the candidate has no values any more where the stable version has some. If it has them as often, by the request,
/// a minute in which only it has none has a chance that its requests bound, however often that is: e^(-rx) (1 - e^-x) at most,
/// for r requests to each of the stable version's. The pooled minutes are weighed against that, as a bet.
/// </summary>
/// <param name="plannedLooks">See <see cref="AnalysisOptions.PlannedLooks"/>.</param>
internal sealed class SilenceTest(int plannedLooks)
{
    // Of a candidate that has fallen silent something is heard in so many minutes.
    private const double Heard = .02;

    // At first the stable version is believed to have a value in each minute, and soon what it has shown.
    private const double PriorThere = 1;
    private const double PriorMinutes = 1.1;

    private readonly StartPrior _start = new(plannedLooks);
    private double _begun = StartPrior.AtOnce;
    private double _notBegun = StartPrior.Later;
    private int _minutes;
    private int _there;

    /// <summary>The minutes in which only the stable version had a value.</summary>
    public int Missing { get; private set; }

    /// <summary>What one more of them adds, if it is like the last: above 0.</summary>
    public double PerMinute { get; private set; }

    /// <summary>ln of the e-value against the candidate.</summary>
    public double Log => LogSpace.Add(_begun, _notBegun);

    /// <summary>Observes a minute in which both versions had requests, and all of whose values have arrived.</summary>
    /// <param name="candidate">Whether the candidate had a value.</param>
    /// <param name="stable">Whether the stable version had one.</param>
    /// <param name="ratio">The candidate's requests for each of the stable version's; above 0.</param>
    public void Observe(bool candidate, bool stable, double ratio)
    {
        var there = (_there + PriorThere) / (_minutes + PriorMinutes);
        var log = Math.Log(stable ? there : 1 - there) + Math.Log(candidate ? Heard : 1 - Heard);
        if (stable && !candidate)
        {
            Missing++;
            log -= LargestLog(ratio);
            PerMinute = -LargestLog(ratio);
        }
        _begun = LogSpace.Add(_begun, _notBegun + _start.Now) + log;
        _notBegun += _start.NotYet;
        _minutes++;
        if (stable) _there++;
    }

    // The largest e^(-rx) (1 - e^-x) of all x, where e^-x = r / (1 + r).
    private static double LargestLog(double ratio) => ratio * Math.Log(ratio / (1 + ratio)) - Math.Log(1 + ratio);
}
