namespace Canary.Functions.Tests.Fakes;

/// <summary>Time in which every delay is over at once; it tells how long they would have been together.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    public TimeSpan Waited { get; private set; }

    public override DateTimeOffset GetUtcNow() => Stage.Time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waited += dueTime;
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
