using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>
/// Events that were accepted and are run later: after an error twice more, a minute and then two minutes later, unless the
/// function's settings say less; after a throttle or a fault of the service until the event is too old, in growing intervals.
/// Each try draws its version anew. (Lambda developer guide, "Asynchronous invocation".)
/// </summary>
internal sealed class AsyncInvocations(
    FunctionStore store, EventInvokeBook settings, Invoker invoker, Aftermath aftermath, Clock clock) : IAsyncDisposable
{
    private const int Retries = 2;
    private static readonly TimeSpan MaximumAge = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Takes an event. A failure to admit it for other reasons than a throttle is thrown at once.</summary>
    public void Accept(string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext)
    {
        invoker.DryRun(function, qualifier);
        var reference = store.Parse(function, qualifier);
        var accepted = new AsyncEvent(
            function, qualifier, store.Arn(reference.Name, reference.Qualifier ?? VersionRecord.Latest), payload);
        _ = RunAsync(accepted, () => invoker.Admit(function, qualifier, payload, clientContext, accepted.RequestId));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(AsyncEvent accepted, Func<Admission> admit)
    {
        var start = clock.GetUtcNow();
        var backoff = TimeSpan.FromSeconds(1);
        using var held = new HeldClock(clock);
        try
        {
            while (true)
            {
                TimeSpan wait;
                try
                {
                    accepted.Last = admit();
                    accepted.Attempts++;
                    accepted.Result = await invoker.RunAsync(accepted.Last, held);
                    if (IsOver(accepted)) return;
                    wait = TimeSpan.FromMinutes(accepted.Attempts);
                }
                catch (AwsException refusal) when (refusal.StatusCode is 429 or >= 500)
                {
                    wait = backoff;
                    backoff = backoff < LongestBackoff / 2 ? backoff * 2 : LongestBackoff;
                }
                var config = settings.Of(accepted.Function, accepted.Qualifier);
                var age = config.MaximumEventAgeInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : MaximumAge;
                if (clock.GetUtcNow() + wait - start >= age)
                {
                    aftermath.Fail(accepted, config, "EventAgeExceeded");
                    return;
                }
                await held.WaitUntilAsync(held.Now + wait, _stop.Token);
            }
        }
        catch (Exception ending)
            when (ending is OperationCanceledException or ObjectDisposedException or AwsException or NoAnswerException)
        {
            // The embedded AWS stops, or the function is gone: nobody waits for the event any more.
        }
    }

    private bool IsOver(AsyncEvent accepted)
    {
        var config = settings.Of(accepted.Function, accepted.Qualifier);
        if (accepted.Result!.FunctionError is null)
        {
            aftermath.Succeed(accepted, config);
            return true;
        }
        if (accepted.Attempts <= (config.MaximumRetryAttempts ?? Retries)) return false;
        aftermath.Fail(accepted, config, "RetriesExhausted");
        return true;
    }
}
