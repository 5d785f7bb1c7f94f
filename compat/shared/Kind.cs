#nullable enable
namespace Amazon.Compat;

/// <summary>How a value of one type is written, and how it is made from what a protocol decoded.</summary>
internal sealed record Kind<T>(Action<WireWriter, T> Write, Func<object, T> Read);
