namespace Canary.Local.Lambda.Environments;

/// <summary>One event on its way to a function.</summary>
/// <param name="RequestId">The AWS request id.</param>
/// <param name="FunctionArn">The ARN as it was invoked: with the alias, if it was by an alias.</param>
/// <param name="Payload">The event, as JSON.</param>
/// <param name="ClientContext">The caller's X-Amz-Client-Context, decoded, or null.</param>
public sealed record Invocation(string RequestId, string FunctionArn, ReadOnlyMemory<byte> Payload, string? ClientContext = null);
