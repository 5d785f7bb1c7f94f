namespace Canary.Cli.Watching;

/// <summary>
/// What the clock at AWS's side shows, as far as an onlooker can tell: this machine's, and never behind what has happened.
/// The embedded AWS's may run faster.
/// </summary>
internal sealed class ServiceClock(TimeProvider time)
{
    private DateTimeOffset? _event;
    private long _seen;

    public DateTimeOffset Now(RolloutView view)
    {
        if (view.LastEvent is { } last && last != _event) (_event, _seen) = (last, time.GetTimestamp());
        var here = time.GetUtcNow();
        return _event + time.GetElapsedTime(_seen) is { } there && there > here ? there : here;
    }
}
