namespace Canary.Compat.Tests.Lambda.Annotations.Sample;

/// <summary>A service of a scope: it counts the guests of one invocation, and says when that is over.</summary>
public sealed class Guests : IDisposable
{
    public int Count { get; private set; }

    public bool IsDisposed { get; private set; }

    public int Add() => ++Count;

    public void Dispose() => IsDisposed = true;
}
