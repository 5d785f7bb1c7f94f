using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Invocations;

/// <summary>An event that Lambda has accepted, and what came of it so far. One worker has it: not thread-safe.</summary>
/// <param name="Function">As the caller named it.</param>
/// <param name="Qualifier">What he added, or null.</param>
/// <param name="FunctionArn">With the alias or the version, or <c>$LATEST</c>.</param>
/// <param name="Payload">As it was sent.</param>
internal sealed record AsyncEvent(string Function, string? Qualifier, string FunctionArn, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The same in every attempt.</summary>
    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>How often the function ran.</summary>
    public int Attempts { get; set; }

    /// <summary>The last attempt that was let in; null before that.</summary>
    public Admission? Last { get; set; }

    /// <summary>What the last attempt came to; null before that.</summary>
    public InvocationResult? Result { get; set; }
}
