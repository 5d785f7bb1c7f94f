using Canary.Local.Clocks;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>The clock as one worker has it: held while the worker works, released while it waits.</summary>
internal sealed class HeldClock(Clock clock) : IDisposable
{
    private IDisposable _hold = clock.Hold();

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Waits, and holds the clock again after that.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. The clock is not held any more.</exception>
    public async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        // Queued before the hold ends: virtual time must find the timer.
        var wait = clock.WaitUntilAsync(due, cancellationToken);
        _hold.Dispose();
        _hold = await wait;
    }

    /// <inheritdoc/>
    public void Dispose() => _hold.Dispose();
}
