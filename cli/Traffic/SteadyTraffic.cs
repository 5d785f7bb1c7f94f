using Canary.Local.Clocks;

namespace Canary.Cli.Traffic;

/// <summary>
/// Steady traffic: one request after the other at even distances on the embedded AWS's clock, whether or not the last one has
/// been answered. A request that would be one too many in flight waits, and accelerated time with it: a slow machine has slower
/// time, and not less traffic. Virtual time cannot wait for it, so there it is left out.
/// </summary>
/// <param name="clock">Whose seconds count.</param>
/// <param name="perSecond">Requests in one of its seconds.</param>
/// <param name="requestAsync">Sends one request and waits for its answer. Must not throw.</param>
internal sealed class SteadyTraffic(Clock clock, double perSecond, Func<Task> requestAsync) : IAsyncDisposable
{
    private const int InFlight = 8;
    private readonly TimeSpan _distance = TimeSpan.FromSeconds(1 / perSecond);
    private readonly SemaphoreSlim _places = new(InFlight);
    private readonly CancellationTokenSource _stop = new();
    private Task _sending = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => _sending = SendAllAsync(clock.GetUtcNow(), _stop.Token);

    /// <summary>Sends no more, and waits for the answers still to come.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        for (var place = 0; place < InFlight; place++) await _places.WaitAsync();
        _places.Dispose();
        _stop.Dispose();
    }

    private async Task SendAllAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var turn = clock.WaitUntilAsync(due, cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            IDisposable hold;
            try
            {
                hold = await turn;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            if (_places.Wait(0, CancellationToken.None) || await IsFreeAsync(cancellationToken)) _ = SendAsync();
            due += _distance;
            // After a machine's sleep nobody has waited. Time that is simulated waits itself, and every request is sent.
            if (clock is RealClock && due < clock.GetUtcNow()) due = clock.GetUtcNow();
            turn = clock.WaitUntilAsync(due, cancellationToken);
            // Only now: virtual time may run on, but not past the next turn. Nothing is held while a request is under way.
            hold.Dispose();
        }
    }

    private async Task<bool> IsFreeAsync(CancellationToken cancellationToken)
    {
        if (clock is VirtualClock) return false;
        try
        {
            await _places.WaitAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SendAsync()
    {
        try
        {
            await requestAsync();
        }
        finally
        {
            _places.Release();
        }
    }
}
