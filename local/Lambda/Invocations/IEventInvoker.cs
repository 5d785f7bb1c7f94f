using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>Hands events to functions of the embedded Lambda, as its Invoke API does with the invocation type Event.</summary>
public interface IEventInvoker
{
    /// <summary>Accepts an event and comes back at once. Its function runs later, and again after an error.</summary>
    /// <param name="function">Name, partial ARN or full ARN, with or without a qualifier at its end.</param>
    /// <param name="payload">The event, as JSON.</param>
    /// <exception cref="AwsException">There is no such function.</exception>
    void InvokeLater(string function, ReadOnlyMemory<byte> payload);
}
