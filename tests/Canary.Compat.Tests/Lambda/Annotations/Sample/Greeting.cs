namespace Canary.Compat.Tests.Lambda.Annotations.Sample;

public sealed record Greeting(string Name);
