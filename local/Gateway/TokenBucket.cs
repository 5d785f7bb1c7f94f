namespace Canary.Local.Gateway;

/// <summary>Lets calls through at a rate, and more of them after a pause. Not thread-safe.</summary>
/// <param name="size">How many calls a full bucket lets through at once.</param>
/// <param name="perSecond">How many calls it is refilled by in a second.</param>
internal sealed class TokenBucket(double size, double perSecond)
{
    private double _missing;
    private DateTimeOffset _filled;

    /// <summary>Whether one more call is let through.</summary>
    public bool TryTake(DateTimeOffset now)
    {
        _missing = Math.Max(0, _missing - (now - _filled).TotalSeconds * perSecond);
        _filled = now;
        if (_missing + 1 > size) return false;
        _missing++;
        return true;
    }
}
