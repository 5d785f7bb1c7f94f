using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.Local.Gateway;

/// <summary>
/// What every API call passes before it reaches its service, over the wire or inside this process: AWS's request quotas if they
/// are asked for, and the faults on demand.
/// </summary>
/// <param name="clock">Where it sleeps.</param>
/// <param name="account">Whose calls these are.</param>
/// <param name="faults">What goes wrong.</param>
/// <param name="hasQuotas">Whether it throttles at AWS's quotas.</param>
public sealed class FrontDoor(Clock clock, AwsAccount account, FaultRegistry faults, bool hasQuotas = false) : IDisposable
{
    private readonly RequestQuotas? _quotas = hasQuotas ? new RequestQuotas(clock, account.Region) : null;
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Whether a call may meet anything here at all, or somebody wants to know of it.</summary>
    public bool IsGuarded => _quotas is not null || Called is not null || !faults.IsEmpty;

    /// <summary>Told of each call, and whether the quotas let it pass. Be quick, and do not throw.</summary>
    public Action<ApiCall, bool>? Called { get; set; }

    /// <summary>The access key id that functions sign with, by which their calls are known; null where there are none.</summary>
    public string? FunctionsAccessKeyId { get; init; }

    /// <summary>Whether time stands still while somebody waits: then nobody may be let wait for real time to pass.</summary>
    internal bool IsVirtual => clock is VirtualClock;

    /// <summary>Makes a call inside this process as if it came over the wire.</summary>
    /// <param name="call">Which one.</param>
    /// <param name="effect">Does it. A read that knows how to be stale passes what it is given on to the service.</param>
    /// <param name="byFunction">
    /// Whether a function makes it, for whose invocation the clock is held: if the call sleeps, time passes.
    /// </param>
    /// <exception cref="AwsException">Refused, by the service or by a fault.</exception>
    /// <exception cref="NoAnswerException">A fault: there is no answer.</exception>
    public Task<T> PassAsync<T>(ApiCall call, Func<StaleRead?, T> effect, bool byFunction = false)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return PassAsync(call, stale => Task.FromResult(effect(stale)), byFunction);
    }

    /// <inheritdoc cref="PassAsync{T}(ApiCall, Func{StaleRead, T}, bool)"/>
    public Task<T> PassAsync<T>(ApiCall call, Func<StaleRead?, Task<T>> effect, bool byFunction = false)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var isThrottled = _quotas?.TryTake(call) is false;
        Called?.Invoke(call, !isThrottled);
        if (isThrottled) return Task.FromException<T>(ServiceErrors.Throttle(call.Service));
        return faults.Take(call) is { } fault
            ? HeldClock.WorkAsync(clock, held => StruckAsync(fault, call, effect, held, byFunction))
            : effect(null);
    }

    /// <summary>
    /// Somebody else in the account makes calls, up to so many: they use up the quota, and come to nothing here. Without quotas
    /// they all pass.
    /// </summary>
    /// <param name="call">One that counts against the quota.</param>
    /// <param name="most">How many calls.</param>
    /// <returns>How many were let through before one was throttled.</returns>
    public int Crowd(ApiCall call, int most)
    {
        var passed = 0;
        while (passed < most && _quotas?.TryTake(call) is not false) passed++;
        return passed;
    }

    /// <inheritdoc/>
    public void Dispose() => _closing.Cancel();

    private async Task<T> StruckAsync<T>(
        Fault fault, ApiCall call, Func<StaleRead?, Task<T>> effect, HeldClock held, bool byFunction)
    {
        if (ServiceErrors.Of(fault.Kind, call, account) is { } refusal) throw refusal;
        switch (fault.Kind)
        {
            case FaultKind.Stale:
                return await effect(new StaleRead(faults, fault, call));
            case FaultKind.Late:
                await SleepAsync(fault.Delay, held, byFunction);
                return await effect(null);
            case FaultKind.Slow:
                var answer = await EndAsync(effect);
                await SleepAsync(fault.Delay, held, byFunction);
                return await answer;
            case FaultKind.TimeOutAfter or FaultKind.LostResponse:
                await EndAsync(effect);
                break;
        }
        await SleepAsync(fault.Delay, held, byFunction);
        throw new NoAnswerException(fault.Kind, call);
    }

    /// <summary>A refusal is an answer too: it comes late, or is lost.</summary>
    private static async Task<Task<T>> EndAsync<T>(Func<StaleRead?, Task<T>> effect)
    {
        var answer = AnswerAsync();
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer;

        // What it throws before it gives a task must be caught as well.
        async Task<T> AnswerAsync() => await effect(null);
    }

    private async Task SleepAsync(TimeSpan time, HeldClock held, bool byFunction)
    {
        if (time == TimeSpan.Zero) return;
        var wait = held.WaitUntilAsync(held.Now + time, _closing.Token);
        using var lift = byFunction ? clock.Lift() : null;
        await wait;
    }
}
