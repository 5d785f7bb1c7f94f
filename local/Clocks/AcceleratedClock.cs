using System.Runtime.ExceptionServices;

namespace Canary.Local.Clocks;

/// <summary>
/// Time that runs <paramref name="speed"/> times as fast as the machine's while nothing holds it, and as fast as the machine's
/// while something does. It never runs past a timer that is due and has not fired: where the machine is too slow, time is.
/// </summary>
/// <param name="start">What the clock shows first.</param>
/// <param name="speed">How many seconds pass in one real second; at least 1.</param>
public sealed class AcceleratedClock(DateTimeOffset start, double speed) : SimulatedClock, IDisposable
{
    private readonly double _speed = speed >= 1
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "Time can be accelerated by 1 or more.");
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _changed = new(0);
    private DateTimeOffset _then = start;
    private long _thenReal = System.GetTimestamp();
    private int _pumping;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (Gate) return Now();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeforeHoldsChange() => Anchor(Now());

    /// <inheritdoc/>
    protected override void Wake()
    {
        if (Interlocked.Exchange(ref _pumping, 1) == 0) _ = PumpAsync(_stop.Token);
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    private double Rate => Holds <= 0 ? _speed : 1;

    private DateTimeOffset Now()
    {
        var now = _then + System.GetElapsedTime(_thenReal) * Rate;
        if (NextDue() is not { } due || due >= now) return now;
        Anchor(due > _then ? due : _then);
        return _then;
    }

    private void Anchor(DateTimeOffset now) => (_then, _thenReal) = (now, System.GetTimestamp());

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            Action? fire = null;
            IDisposable? hold = null;
            var pause = Timeout.InfiniteTimeSpan;
            lock (Gate)
            {
                if (NextDue() is { } due)
                {
                    var left = (due - Now()) / Rate;
                    // Held: what a timer does takes real time, and what it sets comes before all that is later.
                    if (left <= TimeSpan.Zero) (hold, fire) = (Hold(), TakeNext());
                    else pause = left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1);
                }
            }
            using (hold)
                if (fire is not null) Fire(fire);
            if (fire is null && !await WaitAsync(pause, cancellationToken)) return;
        }
    }

    private static void Fire(Action timer)
    {
        try
        {
            timer();
        }
        catch (Exception fault)
        {
            // What a timer throws ends the program, as with the system's own timers: time that stopped in silence would be worse.
            ThreadPool.UnsafeQueueUserWorkItem(_ => ExceptionDispatchInfo.Throw(fault), null);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await _changed.WaitAsync(pause, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
