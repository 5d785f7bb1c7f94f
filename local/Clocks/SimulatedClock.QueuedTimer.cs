namespace Canary.Local.Clocks;

public abstract partial class SimulatedClock
{
    /// <summary>
    /// A timer in the clock's queue. One that was set anew leaves its old place there, which <see cref="Prune"/> clears away.
    /// </summary>
    private sealed class QueuedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private const long NotQueued = -1;
        private long _order = NotQueued;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset At { get; private set; }

        public bool IsQueuedAs(long order) => _order == order;

        public void Invoke() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.Gate)
            {
                _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
                _order = NotQueued;
                if (dueTime != Timeout.InfiniteTimeSpan) Queue(clock.GetUtcNow() + dueTime);
            }
            clock.Wake();
            return true;
        }

        public void RequeueIfPeriodic()
        {
            _order = NotQueued;
            if (_period != Timeout.InfiniteTimeSpan) Queue(At + _period);
        }

        public void Dispose()
        {
            lock (clock.Gate) _order = NotQueued;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Queue(DateTimeOffset at)
        {
            At = at;
            _order = clock._order++;
            clock._queue.Enqueue(this, (at, _order));
        }
    }
}
