using Amazon.Lambda.Core;
using Canary.Checks;
using Canary.Errors;

namespace Canary.Functions.Waits;

/// <summary>
/// How long one invocation goes on trying while AWS takes no more calls. It is for Lambdas that no state's Retry runs again:
/// Lambda's own retry of an event comes a minute later. One invocation has it: not thread-safe.
/// </summary>
public sealed class Patience
{
    // For the last call, and for what is left to tell: a Lambda that is killed tells nothing.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    private readonly ILambdaContext _context;
    private readonly TimeProvider _time;
    private readonly string _whose;
    private TimeSpan _left;
    private int _waits;
    private bool _hasBegun;

    /// <summary>Begins.</summary>
    /// <param name="context">Tells how long the invocation may still run.</param>
    /// <param name="time">In which it waits.</param>
    /// <param name="whose">Spreads the waits: they are the same for the same word only.</param>
    /// <param name="most">How long it waits at most, all together; null for as long as the invocation may run.</param>
    public Patience(ILambdaContext context, TimeProvider time, string whose, TimeSpan? most = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        (_context, _time, _whose, _left) = (context, time, whose, context.RemainingTime - Reserve);
        if (most < _left) _left = most.Value;
    }

    /// <summary>
    /// Whether the first call is left to a retry of the whole, and only what follows it is waited for: it would be lost with
    /// the call that passed, and where a quota is used up two calls in a row never pass.
    /// </summary>
    public bool OnlyOnceBegun { get; init; }

    private bool HasLeft => Next <= _left && Next <= _context.RemainingTime - Reserve;

    private TimeSpan Next => Shortest + (Longest - Shortest) * Spread.Of(_whose, _waits);

    /// <inheritdoc cref="TryAsync{T}"/>
    public Task TryAsync(Func<Task> call) => TryAsync(async () =>
    {
        await call();
        return true;
    });

    /// <summary>Makes a call, and makes it again for as long as AWS throttles it and there is time.</summary>
    public async Task<T> TryAsync<T>(Func<Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        while (true)
        {
            try
            {
                var answer = await call();
                _hasBegun = true;
                return answer;
            }
            catch (Throttled) when (HasLeft && (_hasBegun || !OnlyOnceBegun))
            {
                await WaitAsync();
            }
        }
    }

    /// <summary>Waits for a moment; false, and at once, where there is no time left.</summary>
    public async Task<bool> WaitAsync()
    {
        if (!HasLeft) return false;
        var next = Next;
        _left -= next;
        _waits++;
        await Task.Delay(next, _time);
        return true;
    }
}
