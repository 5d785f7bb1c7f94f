using Canary.Local.StepFunctions.Model;

namespace Canary.Bench.Scale;

/// <summary>One rollout, and when what happened to it. Whoever writes here holds a lock on it.</summary>
/// <param name="index">Its number, from 0.</param>
/// <param name="fate">What is to become of it.</param>
internal sealed class Released(int index, Fate fate)
{
    private readonly List<double> _gaps = [];
    private DateTimeOffset? _looked;

    public int Index => index;

    public Fate Fate => fate;

    /// <summary>The function's name, and its alarm's.</summary>
    public string Function { get; } = $"service-{index}";

    public string Execution { get; set; } = "";

    /// <summary>The candidate got traffic for the first time.</summary>
    public DateTimeOffset? ShiftedAt { get; private set; }

    /// <summary>Somebody or something wanted the alias back: its alarm went to ALARM, or it was stopped.</summary>
    public DateTimeOffset? CalledBackAt { get; set; }

    /// <summary>The stable version had all traffic again.</summary>
    public DateTimeOffset? BackAt { get; private set; }

    /// <summary>The candidate's share of the traffic now.</summary>
    public double Weight { get; private set; }

    public ExecutionDescription? End { get; set; }

    /// <summary>Seconds between two looks at the alarm, while the candidate had traffic.</summary>
    public IReadOnlyList<double> Gaps => _gaps;

    public bool IsBack => BackAt is not null;

    public TimeSpan Duration => End!.StopDate!.Value - End.StartDate;

    /// <summary>From the call to the alias that is back; null where neither was needed, or it never came.</summary>
    public TimeSpan? Return => BackAt - CalledBackAt;

    /// <summary>Whether it ended as its candidate, or whoever stopped it, deserves.</summary>
    public bool IsAsDeserved => fate switch
    {
        Fate.Good => End!.Status == ExecutionStatus.Succeeded,
        Fate.Bad => End!.Error == "RolledBack" && IsBack,
        _ => End!.Status == ExecutionStatus.Aborted && IsBack,
    };

    /// <summary>The alias was changed.</summary>
    public void Sees(double weight, bool isAtStable, DateTimeOffset at)
    {
        if (weight > 0) ShiftedAt ??= at;
        if (weight == 0 && isAtStable && Weight > 0) BackAt = at;
        (Weight, _looked) = (weight, Weight == 0 && weight > 0 ? at : _looked);
    }

    /// <summary>The alarm was read.</summary>
    public void Looks(DateTimeOffset at)
    {
        if (Weight == 0) return;
        if (_looked is { } before) _gaps.Add((at - before).TotalSeconds);
        _looked = at;
    }
}
