namespace Canary.Local.Clocks;

/// <summary>
/// The clock as one worker has it: held while the worker works, released while it waits. It belongs to that worker: not
/// thread-safe.
/// </summary>
public sealed class HeldClock : IDisposable
{
    private readonly Clock _clock;
    private readonly bool _holds;
    private IDisposable _hold;

    /// <summary>Holds the clock.</summary>
    /// <param name="clock">Which one.</param>
    /// <param name="holds">False for a worker for whom time does not stand still.</param>
    public HeldClock(Clock clock, bool holds = true)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_clock, _holds, _hold) = (clock, holds, clock.Hold());
        if (!holds) _hold.Dispose();
    }

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>
    /// Does some work with a clock of its own, held only if it is virtual: virtual time must not run on while somebody waits for
    /// the work, but accelerated time must, or many callers would slow it down. The hold ends when the task has completed, not
    /// before: whoever runs virtual time until then must not find that nothing is under way.
    /// </summary>
    public static Task<T> WorkAsync<T>(Clock clock, Func<HeldClock, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var held = new HeldClock(clock, holds: clock is VirtualClock);
        var done = DoAsync();
        if (done.IsCompleted) held.Dispose();
        else
            _ = done.ContinueWith(
                _ => held.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return done;

        async Task<T> DoAsync() => await work(held);
    }

    /// <summary>Waits, and holds the clock again after that.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. The clock is not held any more.</exception>
    public async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        // Queued before the hold ends: virtual time must find the timer.
        var wait = _clock.WaitUntilAsync(due, cancellationToken);
        _hold.Dispose();
        Adopt(await wait);
    }

    /// <summary>
    /// Waits for a moment or for somebody, whichever comes first. Whoever it is has taken a hold for <see cref="Resume"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. The clock is not held any more.</exception>
    public async Task WaitUntilAsync(DateTimeOffset due, Task somebody, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = _clock.WaitUntilAsync(due, over.Token);
        _hold.Dispose();
        await Task.WhenAny(wait, somebody);
        await over.CancelAsync();
        try
        {
            Adopt(await wait);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody came first, and brings a hold.
        }
    }

    /// <summary>Goes on with a hold that was taken on behalf of this worker.</summary>
    public void Resume(IDisposable hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        Adopt(hold);
    }

    /// <summary>
    /// Leaves the clock to another worker until its work is done or <paramref name="limit"/> has come, and holds it again after
    /// that.
    /// </summary>
    /// <param name="work">What the other worker does.</param>
    /// <param name="worker">The other worker's own hold, which ends with the work, however late that is.</param>
    /// <param name="limit">How long to wait for it. Work that is done at this very moment is in time.</param>
    /// <param name="cancellationToken">Gives up waiting; the work goes on.</param>
    /// <returns>Whether the work was done in time.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> LeaveToAsync(Task work, HeldClock worker, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.IsCompleted)
        {
            worker.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = _clock.WaitUntilAsync(limit, over.Token);
        _hold.Dispose();
        if (await Task.WhenAny(work, late) == work)
        {
            // Taken while the other worker still has his.
            Adopt(_clock.Hold());
            worker.Dispose();
            await over.CancelAsync();
            _ = ReleaseAsync(late);
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
        _ = ReleaseAsync(work, worker);
        Adopt(await late);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _hold.Dispose();

    private static async Task ReleaseAsync(Task<IDisposable> wait)
    {
        await ((Task)wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (wait.IsCompletedSuccessfully) wait.Result.Dispose();
    }

    private static async Task ReleaseAsync(Task work, HeldClock worker)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        worker.Dispose();
    }

    private void Adopt(IDisposable hold)
    {
        _hold.Dispose();
        _hold = hold;
        if (!_holds) hold.Dispose();
    }
}
