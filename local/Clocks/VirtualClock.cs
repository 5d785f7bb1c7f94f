namespace Canary.Local.Clocks;

/// <summary>
/// Time that moves only while somebody runs it, and then jumps from timer to timer: an hour costs what its events cost.
/// It stands still while there is a hold on it.
/// </summary>
public sealed class VirtualClock(DateTimeOffset start) : SimulatedClock
{
    private DateTimeOffset _now = start;
    private TaskCompletionSource _changed = NewSignal();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (Gate) return _now;
    }

    /// <summary>Runs time until <paramref name="done"/> has completed, and gives its result.</summary>
    /// <exception cref="InvalidOperationException">Nothing is due and nothing is under way, so it can never complete.</exception>
    public async Task<T> RunUntilAsync<T>(Task<T> done)
    {
        ArgumentNullException.ThrowIfNull(done);
        await RunAsync(done, DateTimeOffset.MaxValue);
        return await done;
    }

    /// <inheritdoc cref="RunUntilAsync{T}(Task{T})"/>
    public async Task RunUntilAsync(Task done)
    {
        ArgumentNullException.ThrowIfNull(done);
        await RunAsync(done, DateTimeOffset.MaxValue);
        await done;
    }

    /// <summary>
    /// Runs time until the clock shows <paramref name="moment"/>, then lets it stand still. All work begun before then has ended
    /// or waits.
    /// </summary>
    public async Task RunUntilAsync(DateTimeOffset moment)
    {
        await RunAsync(new TaskCompletionSource().Task, moment);
        lock (Gate) _now = moment > _now ? moment : _now;
    }

    /// <inheritdoc/>
    protected override void Wake()
    {
        TaskCompletionSource changed;
        lock (Gate)
        {
            // Whoever runs time could do nothing yet.
            if (Holds > 0) return;
            changed = _changed;
            _changed = NewSignal();
        }
        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(Task done, DateTimeOffset limit)
    {
        while (!done.IsCompleted)
        {
            Task changed;
            Action? fire = null;
            lock (Gate)
            {
                changed = _changed.Task;
                if (Holds <= 0)
                {
                    if (NextDue() is not { } due)
                    {
                        if (limit < DateTimeOffset.MaxValue) return;
                        if (done.IsCompleted) return;
                        throw new InvalidOperationException(
                            $"Virtual time stands at {_now:O}: nothing is due and nothing is under way.");
                    }
                    if (due > limit) return;
                    _now = due > _now ? due : _now;
                    fire = TakeNext();
                }
            }
            if (fire is null) await Task.WhenAny(changed, done);
            else fire();
        }
    }
}
