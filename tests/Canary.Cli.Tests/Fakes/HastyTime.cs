namespace Canary.Cli.Tests.Fakes;

/// <summary>
/// A clock on which a short wait is over at once, and time has passed all the same. Longer timers, which are time-outs, go off
/// when the short ones have brought the clock so far.
/// </summary>
internal sealed class HastyTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        List<Alarm> due = [];
        lock (_gate)
        {
            _alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            (alarm.Due, var isShort) = (_now + dueTime, dueTime <= Short);
            if (!isShort) _alarms.Add(alarm);
            else
            {
                _now = alarm.Due;
                due.AddRange(_alarms.Where(other => other.Due <= _now));
                _alarms.RemoveAll(due.Contains);
                due.Add(alarm);
            }
        }
        // Whoever made the timer has first to get hold of it.
        if (due.Count > 0) ThreadPool.QueueUserWorkItem(_ => due.ForEach(one => one.Fire()));
    }

    private sealed class Alarm(HastyTime clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
