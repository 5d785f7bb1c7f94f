namespace Canary.Statistics;

/// <summary>The evidence against the candidate, minute after minute.</summary>
internal sealed class Course(Tolerance tolerance)
{
    // A minute that says nothing leaves the evidence where it was, but for the last digits.
    private const double Same = 1e-9;
    private readonly double _threshold = -Math.Log(tolerance.Alpha);
    private readonly List<double> _evidence = [];
    private double _lowest;

    /// <summary>As parts of what makes the candidate Unhealthy.</summary>
    public IReadOnlyList<double> Evidence => _evidence;

    /// <summary>ln of the largest so far; 0 before any.</summary>
    public double Peak { get; private set; }

    /// <summary>ln of the newest.</summary>
    public double Last { get; private set; }

    /// <summary>
    /// The first minute at which it was enough. It stays so: what comes later does not make a rolled back candidate better.
    /// </summary>
    public int? UnhealthyAt { get; private set; }

    /// <summary>The minute in which the evidence began to rise.</summary>
    public int RisesFrom { get; private set; }

    public void Add(double log, long bad)
    {
        Last = log;
        Peak = Math.Max(Peak, log);
        _evidence.Add(log / _threshold);
        if (UnhealthyAt is not null) return;
        if (log >= _threshold && bad >= tolerance.MinimumBad) UnhealthyAt = _evidence.Count - 1;
        else if (log <= _lowest + Same) (_lowest, RisesFrom) = (log, _evidence.Count);
    }
}
