namespace Canary.Local.Faults;

/// <summary>The last change of a thing, for reads that have not heard of it yet.</summary>
/// <param name="before">What was there; null for nothing.</param>
/// <param name="at">When it changed.</param>
internal sealed class LastWrite<T>(T? before, DateTimeOffset at)
{
    public T? Before { get; } = before;

    public DateTimeOffset At { get; } = at;

    /// <summary>How many reads have missed it so far.</summary>
    public int Missed { get; set; }
}
