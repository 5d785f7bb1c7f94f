namespace Canary.Executions;

/// <summary>
/// What one instance of RestoreAlias remembers of executions that ended, so that it reads none twice for nothing. It is no truth:
/// an instance that has just begun knows nothing, and reads again.
/// </summary>
public sealed class SweepMemory
{
    // The list and the event tell the same end, rounded each in its own way.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _known = [];

    /// <summary>How many it remembers.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _known.Count;
        }
    }

    /// <summary>Whether there is nothing left to do after this end of the execution.</summary>
    public bool IsSettled(EndedExecution execution) => Find(execution) is { IsSettled: true };

    /// <summary>How often it was looked at in vain.</summary>
    public int Tries(EndedExecution execution) => Find(execution)?.Tries ?? 0;

    /// <summary>Notes that there is nothing left to do.</summary>
    public void Settle(string execution, DateTimeOffset endedAt)
    {
        lock (_gate) _known[execution] = new(endedAt, true, 0);
    }

    /// <summary>Notes a look after which something may be left to do.</summary>
    public void Try(EndedExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var tries = Tries(execution) + 1;
        lock (_gate) _known[execution.Execution] = new(execution.EndedAt, false, tries);
    }

    /// <summary>Forgets what ended so long ago that no sweep looks at it.</summary>
    public void Forget(DateTimeOffset before)
    {
        lock (_gate)
        {
            foreach (var (execution, _) in _known.Where(known => known.Value.EndedAt < before).ToList()) _known.Remove(execution);
        }
    }

    // One that was redriven and has ended again is unknown.
    private Entry? Find(EndedExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        lock (_gate) return _known.GetValueOrDefault(execution.Execution) is { } known
            && (execution.EndedAt - known.EndedAt).Duration() <= Rounding ? known : null;
    }

    private sealed record Entry(DateTimeOffset EndedAt, bool IsSettled, int Tries);
}
