namespace Canary.Sample;

/// <summary>The failure that a bad version of the sample is made to have.</summary>
public sealed class GreetingFailedException(string message) : Exception(message);
