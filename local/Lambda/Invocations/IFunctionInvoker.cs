using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>Invokes a function of the embedded Lambda as its Invoke API does, for callers inside this process.</summary>
public interface IFunctionInvoker
{
    /// <summary>Invokes synchronously and waits for the answer.</summary>
    /// <param name="function">Name, partial ARN or full ARN, with or without a qualifier at its end.</param>
    /// <param name="qualifier">
    /// A version, an alias, or null for what <paramref name="function"/> itself names ($LATEST if it names nothing).
    /// </param>
    /// <param name="payload">The event, as JSON.</param>
    /// <param name="cancellationToken">Gives up waiting; the invocation itself goes on, as on AWS.</param>
    /// <exception cref="AwsException">
    /// The invocation was refused: unknown function, throttled, not ready. What the function itself does wrong is a result.
    /// </exception>
    Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default);
}
