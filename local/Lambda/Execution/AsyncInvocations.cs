using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Execution;

/// <summary>
/// Events that were accepted and are run later: after an error twice more, a minute and then two minutes later; after a throttle or
/// a fault of the service for up to six hours, in growing intervals. Each try draws its version anew. (Lambda developer guide, "Asynchronous invocation".)
/// </summary>
internal sealed class AsyncInvocations(Invoker invoker, Clock clock) : IAsyncDisposable
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Takes an event. A failure to admit it for other reasons than a throttle is thrown at once.</summary>
    public void Accept(string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext)
    {
        invoker.DryRun(function, qualifier);
        _ = RunAsync(() => invoker.Admit(function, qualifier, payload, clientContext));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<Admission> admit)
    {
        var accepted = clock.GetUtcNow();
        var backoff = TimeSpan.FromSeconds(1);
        var failures = 0;
        using var held = new HeldClock(clock);
        try
        {
            while (true)
            {
                TimeSpan wait;
                try
                {
                    var admission = admit();
                    var result = await invoker.RunAsync(admission, held);
                    if (result.FunctionError is null) return;
                    if (++failures > 2)
                    {
                        if (admission.Version.Definition.DeadLetterTarget is not null) admission.Metrics.LostDeadLetter();
                        return;
                    }
                    wait = TimeSpan.FromMinutes(failures);
                }
                catch (AwsException refusal) when (refusal.StatusCode is 429 or >= 500)
                {
                    wait = backoff;
                    backoff = backoff < LongestBackoff / 2 ? backoff * 2 : LongestBackoff;
                }
                if (clock.GetUtcNow() + wait - accepted > MaximumAge) return;
                await held.WaitUntilAsync(held.Now + wait, _stop.Token);
            }
        }
        catch (Exception ending) when (ending is OperationCanceledException or ObjectDisposedException or AwsException or NoAnswerException)
        {
            // The embedded AWS stops, or the function is gone: nobody waits for the event any more.
        }
    }
}
