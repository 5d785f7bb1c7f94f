using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>
/// The caller gets no answer: time-out, lost response, or no connection. Whether there was an effect, a real caller could not
/// know; the kind tells.
/// </summary>
/// <param name="kind">What happened.</param>
/// <param name="call">To what.</param>
public sealed class NoAnswerException(FaultKind kind, ApiCall call) : IOException(
    $"{call} gave no answer ({FaultWords.Of(kind).Word}).")
{
    /// <summary>What happened.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>Whether the caller waits until it gives up, rather than learns at once that the connection is gone.</summary>
    public bool IsTimeOut => Kind is FaultKind.TimeOutBefore or FaultKind.TimeOutAfter;
}
