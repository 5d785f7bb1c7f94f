namespace Canary.Local.Clocks;

/// <summary>
/// The one clock of the embedded AWS: real, accelerated or virtual. Everything there that waits, waits on it. A process lives in
/// real time all the same: a function's own time-out and its Duration are measured by <see cref="TimeProvider.System"/>.
/// </summary>
public abstract class Clock : TimeProvider
{
    /// <summary>
    /// Says that work of unknown length is under way. Until the result is disposed, virtual time stands still and accelerated
    /// time runs at real speed, so that work costs the simulated world no more time than it really takes. Thread-safe; disposing
    /// twice is harmless.
    /// </summary>
    public abstract IDisposable Hold();

    /// <summary>
    /// Suspends one hold that somebody else has taken on behalf of the caller, until the result is disposed: a function's call of
    /// AWS that sleeps lets time pass, although the function's invocation holds the clock. Thread-safe; disposing twice is
    /// harmless.
    /// </summary>
    public abstract IDisposable Lift();

    /// <summary>
    /// Waits until the clock shows <paramref name="due"/>, then returns with a hold already taken on behalf of the caller, so
    /// that virtual time cannot run on before the caller does. A caller who waits again calls this before it disposes its hold,
    /// for the same reason.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first. No hold is taken then.</exception>
    public abstract Task<IDisposable> WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken = default);
}
