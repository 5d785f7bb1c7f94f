using Canary.Local.Clocks;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>
/// An <see cref="IFunctionInvoker"/> whose invocations may wait on the clock in the middle: a slow function, or one that makes
/// its call late.
/// </summary>
public interface IWaitsOnTheClock : IFunctionInvoker
{
    /// <summary>Invokes synchronously, holding the clock while the function works and releasing it while it waits.</summary>
    /// <param name="function">Name, partial ARN or full ARN, with or without a qualifier at its end.</param>
    /// <param name="qualifier">A version, an alias, or null.</param>
    /// <param name="payload">The event, as JSON.</param>
    /// <param name="clock">Held for this invocation; the caller disposes it when the invocation has ended.</param>
    /// <exception cref="AwsException">The invocation was refused.</exception>
    /// <exception cref="Faults.NoAnswerException">A fault on demand: the caller gets no answer.</exception>
    Task<InvocationResult> InvokeAsync(string function, string? qualifier, ReadOnlyMemory<byte> payload, HeldClock clock);
}
