namespace Canary.Cli.Watching;

/// <summary>When something that is done now and then is due again.</summary>
internal sealed class Reminder(TimeSpan every, TimeProvider time)
{
    private DateTimeOffset? _last;

    /// <summary>Whether it is never due again.</summary>
    public bool IsOff { get; private set; }

    public bool IsDue => !IsOff && (_last is null || time.GetUtcNow() - _last >= every);

    /// <summary>It is due, however short ago it was done.</summary>
    public void Now() => _last = null;

    /// <summary>It was done.</summary>
    public void Done() => _last = time.GetUtcNow();

    public void TurnOff() => IsOff = true;
}
