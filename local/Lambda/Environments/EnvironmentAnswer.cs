namespace Canary.Local.Lambda.Environments;

/// <summary>What an environment made of an invocation.</summary>
/// <param name="Payload">The function's answer, or an error document.</param>
/// <param name="Failed">Whether it is an error document.</param>
/// <param name="LogTail">The last 4 KB that was written meanwhile.</param>
/// <param name="Duration">How long the function took, in real time, without its initialization.</param>
public sealed record EnvironmentAnswer(ReadOnlyMemory<byte> Payload, bool Failed, string LogTail, TimeSpan Duration);
