namespace Canary.Local.Clocks;

/// <summary>A clock whose time this program decides: a queue of timers, and a count of the holds on it.</summary>
public abstract partial class SimulatedClock : Clock
{
    private readonly PriorityQueue<QueuedTimer, (DateTimeOffset Due, long Order)> _queue = new();
    private long _order;

    /// <summary>Guards the queue and whatever the subclass keeps about time.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>How many holds are taken now, without those that are suspended.</summary>
    protected int Holds { get; private set; }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override IDisposable Hold()
    {
        Count(1);
        return new Counted(this, 1);
    }

    /// <inheritdoc/>
    public override IDisposable Lift()
    {
        Count(-1);
        return new Counted(this, -1);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new QueuedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <inheritdoc/>
    public override Task<IDisposable> WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<IDisposable>(cancellationToken);
        var wait = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = due - GetUtcNow();
        ITimer? timer = null;
        var cancel = cancellationToken.Register(() =>
        {
            if (wait.TrySetCanceled(cancellationToken)) Volatile.Read(ref timer)?.Dispose();
        });
        Volatile.Write(ref timer, CreateTimer(Fire, null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        if (wait.Task.IsCanceled) timer?.Dispose();
        return wait.Task;

        void Fire(object? _)
        {
            cancel.Unregister();
            var hold = Hold();
            if (!wait.TrySetResult(hold)) hold.Dispose();
        }
    }

    /// <summary>
    /// Called under <see cref="Gate"/> just before the number of holds changes: the speed of time may depend on it.
    /// </summary>
    protected virtual void BeforeHoldsChange()
    {
    }

    /// <summary>Called, outside the lock, after a hold was released or a timer was queued.</summary>
    protected abstract void Wake();

    /// <summary>When the earliest timer is due. Call it under <see cref="Gate"/>.</summary>
    protected DateTimeOffset? NextDue() => Prune() ? _queue.Peek().At : null;

    /// <summary>
    /// Takes the earliest timer out of the queue. Call it under <see cref="Gate"/> after <see cref="NextDue"/>; invoke the result
    /// outside.
    /// </summary>
    protected Action TakeNext()
    {
        var timer = _queue.Dequeue();
        timer.RequeueIfPeriodic();
        return timer.Invoke;
    }

    private bool Prune()
    {
        while (_queue.TryPeek(out var timer, out var key))
        {
            if (timer.IsQueuedAs(key.Order)) return true;
            _queue.Dequeue();
        }
        return false;
    }

    private void Count(int change)
    {
        lock (Gate)
        {
            BeforeHoldsChange();
            Holds += change;
        }
        if (change < 0) Wake();
    }

    private sealed class Counted(SimulatedClock clock, int holds) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) clock.Count(-holds);
        }
    }
}
