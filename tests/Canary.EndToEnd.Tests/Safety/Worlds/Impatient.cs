namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>Time for a Lambda that waits for a moment: the clock is held while it runs, so waiting would bring nothing.</summary>
internal sealed class Impatient : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
