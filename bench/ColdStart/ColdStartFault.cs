namespace Canary.Bench.ColdStart;

/// <summary>A start that could not be measured.</summary>
internal sealed class ColdStartFault(string message) : Exception(message);
