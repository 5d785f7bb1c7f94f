using Canary.Local.Clocks;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.EventSources;

/// <summary>
/// Brings one queue's messages to one function, batch after batch. It looks when a message comes and when a hidden one shows
/// again, not in between, so that virtual time is not kept busy by an empty queue.
/// </summary>
/// <param name="find">The mapping as it is now; null once it is gone.</param>
/// <param name="queues">Where the messages are.</param>
/// <param name="invoke">Runs the function.</param>
/// <param name="clock">Whose time it is.</param>
/// <param name="region">What the records say.</param>
internal sealed class QueuePoller(
    Func<EventSourceMapping?> find,
    SqsService queues,
    Func<string, byte[], HeldClock, Task<InvocationResult>> invoke,
    Clock clock,
    string region) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private ITimer? _timer;
    private bool _isAtWork;
    private bool _hasMore;

    /// <summary>There may be something to do. The clock is held before this returns.</summary>
    public void Look()
    {
        lock (_gate)
        {
            _hasMore = true;
            if (_isAtWork || _stop.IsCancellationRequested) return;
            _isAtWork = true;
        }
        _ = WorkAsync(new HeldClock(clock));
    }

    /// <summary>Looks at a moment to come.</summary>
    public void LookAt(DateTimeOffset moment)
    {
        var left = moment - clock.GetUtcNow();
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            _timer ??= clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            _stop.Cancel();
            _timer?.Dispose();
        }
    }

    private async Task WorkAsync(HeldClock held)
    {
        using var _ = held;
        try
        {
            while (HasMore()) await DrainAsync(held);
        }
        catch (Exception ending) when (ending is OperationCanceledException or ObjectDisposedException)
        {
            // The embedded AWS stops.
        }
    }

    /// <summary>Whether anything came since the last look; if not, the work is over.</summary>
    private bool HasMore()
    {
        lock (_gate)
        {
            _isAtWork = _hasMore && !_stop.IsCancellationRequested;
            _hasMore = false;
            return _isAtWork;
        }
    }

    private async Task DrainAsync(HeldClock held)
    {
        while (find() is { } mapping && mapping.StateAt(held.Now) == "Enabled")
        {
            var url = queues.UrlOf(mapping.EventSourceArn);
            try
            {
                if (mapping.MaximumBatchingWindowInSeconds > 0 && queues.HasVisible(mapping.EventSourceArn))
                    await held.WaitUntilAsync(held.Now.AddSeconds(mapping.MaximumBatchingWindowInSeconds), _stop.Token);
                var batch = Receive(url, mapping.BatchSize);
                if (batch.Count == 0)
                {
                    if (queues.NextVisible(mapping.EventSourceArn) is { } next) LookAt(next);
                    return;
                }
                await InvokeAsync(mapping, url, batch, held);
            }
            catch (AwsException)
            {
                // The queue is gone.
                return;
            }
        }
    }

    private List<ReceivedMessage> Receive(string url, int size)
    {
        var batch = new List<ReceivedMessage>();
        while (batch.Count < size
            && queues.ReceiveMessages(url, Math.Min(size - batch.Count, SqsService.Batch)) is { Count: > 0 } some)
            batch.AddRange(some);
        return batch;
    }

    private async Task InvokeAsync(EventSourceMapping mapping, string url, List<ReceivedMessage> batch, HeldClock held)
    {
        try
        {
            var result = await invoke(
                mapping.FunctionArn, QueueEvent.Of(batch, mapping.EventSourceArn, region, queues.Account.Id), held);
            foreach (var message in QueueEvent.Done(result, batch, mapping.ReportsItems))
                queues.DeleteMessage(url, message.ReceiptHandle);
        }
        catch (Exception refusal) when (refusal is AwsException or Faults.NoAnswerException)
        {
            // Throttled, or the function is gone: the messages show again when their time is over.
        }
    }
}
