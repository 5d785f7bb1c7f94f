namespace Canary.Local.Clocks;

/// <summary>The machine's own time.</summary>
public sealed class RealClock : Clock
{
    private static readonly IDisposable NoHold = new Nothing();

    /// <inheritdoc/>
    public override IDisposable Hold() => NoHold;

    /// <inheritdoc/>
    public override IDisposable Lift() => NoHold;

    /// <inheritdoc/>
    public override async Task<IDisposable> WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken = default)
    {
        for (var left = due - GetUtcNow(); left > TimeSpan.Zero; left = due - GetUtcNow())
            await Task.Delay(left < TimeSpan.FromDays(1) ? left : TimeSpan.FromDays(1), System, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return NoHold;
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
