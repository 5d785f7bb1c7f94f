using Canary.Local.Clocks;

namespace Canary.InProcess;

/// <summary>
/// Time for a Lambda inside this process. Its invocation holds the clock; each timer that it takes from here is a wait, for which
/// that hold is lifted, so that a delay passes the embedded AWS's time.
/// </summary>
/// <param name="clock">The embedded AWS's.</param>
public sealed class WaitingTime(Clock clock) : TimeProvider
{
    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var wait = new Wait(clock, callback, state);
        wait.Change(dueTime, period);
        return wait;
    }

    private sealed class Wait : ITimer
    {
        private readonly Clock _clock;
        private readonly ITimer _timer;
        private readonly Lock _gate = new();
        private IDisposable? _lift;

        public Wait(Clock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _timer = clock.CreateTimer(
                _ =>
                {
                    Settle();
                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                // Queued before the hold is lifted: virtual time must find the timer.
                var isChanged = _timer.Change(dueTime, period);
                if (dueTime != Timeout.InfiniteTimeSpan) _lift ??= _clock.Lift();
                else Settle();
                return isChanged;
            }
        }

        public void Dispose()
        {
            _timer.Dispose();
            Settle();
        }

        public async ValueTask DisposeAsync()
        {
            await _timer.DisposeAsync();
            Settle();
        }

        private void Settle()
        {
            lock (_gate)
            {
                _lift?.Dispose();
                _lift = null;
            }
        }
    }
}
