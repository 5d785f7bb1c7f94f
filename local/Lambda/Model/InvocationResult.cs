namespace Canary.Local.Lambda.Model;

/// <summary>What an invocation came to.</summary>
/// <param name="RequestId">The invocation's AWS request id.</param>
/// <param name="ExecutedVersion">The version that ran, such as <c>7</c> or <c>$LATEST</c>; an alias has been resolved.</param>
/// <param name="Payload">The function's answer, or its error document.</param>
/// <param name="FunctionError"><c>Unhandled</c> when the function failed, else null.</param>
/// <param name="LogTail">The last 4 KB that the process wrote during the invocation.</param>
public sealed record InvocationResult(
    string RequestId, string ExecutedVersion, ReadOnlyMemory<byte> Payload, string? FunctionError, string LogTail);
