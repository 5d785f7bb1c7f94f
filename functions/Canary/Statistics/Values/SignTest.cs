namespace Canary.Statistics.Values;

/// <summary>
/// Whether one of two things is worse in more than six of ten minutes: a mixture over how much more often, and since when.
/// And whether it is worse in fewer than nine of ten.
/// </summary>
internal sealed class SignTest(int plannedLooks)
{
    private const double Even = .5;
    private const double Harmful = .9;

    // Two like versions would share the minutes evenly, were it not that the average of fewer requests of a
    // skewed kind is more often the smaller one.
    private const double Unchanged = .6;
    private static readonly double[] Chances = [.75, .9, .99];

    private readonly StartPrior _start = new(plannedLooks);
    private readonly double _weight = -Math.Log(Chances.Length);
    private readonly double[] _begun = [.. Chances.Select(_ => StartPrior.AtOnce - Math.Log(Chances.Length))];
    private double _notBegun = StartPrior.Later;

    /// <summary>The minutes that were compared.</summary>
    public int Minutes { get; private set; }

    /// <summary>Those of them in which it was worse.</summary>
    public int Worse { get; private set; }

    /// <summary>ln of the e-value against it.</summary>
    public double Log => LogSpace.Add(LogSpace.Sum(_begun), _notBegun);

    /// <summary>ln of the e-value for it.</summary>
    public double LogGood { get; private set; }

    /// <summary>
    /// What a minute adds to both, if it goes on being worse as often as so far; the latter by the chance that fits best.
    /// </summary>
    public (double Good, double Bad) PerMinute
    {
        get
        {
            var worse = (double)Worse / Minutes;
            return (
                worse * Math.Log(Even / Harmful) + (1 - worse) * Math.Log(Even / (1 - Harmful)),
                Chances.Max(chance => worse * Math.Log(chance / Unchanged)
                    + (1 - worse) * Math.Log((1 - chance) / (1 - Unchanged))));
        }
    }

    public void Observe(bool isWorse)
    {
        Minutes++;
        if (isWorse) Worse++;
        for (var j = 0; j < Chances.Length; j++)
        {
            _begun[j] = LogSpace.Add(_begun[j], _notBegun + _start.Now + _weight)
                + Math.Log(isWorse ? Chances[j] / Unchanged : (1 - Chances[j]) / (1 - Unchanged));
        }

        _notBegun += _start.NotYet;
        LogGood += Math.Log(isWorse ? Even / Harmful : Even / (1 - Harmful));
    }

    /// <summary>
    /// A minute in which both were the same: it does not speak against either, and speaks for one that might be harmful.
    /// </summary>
    public void ObserveTie()
    {
        Minutes++;
        LogGood += Math.Log(Even / (1 - Harmful));
    }
}
