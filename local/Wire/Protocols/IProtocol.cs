using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire.Protocols;

/// <summary>One of the ways in which a service's clients talk. What they say is a tree that all of them share.</summary>
internal interface IProtocol
{
    /// <summary>Whether a request is in this protocol and for this service.</summary>
    bool Speaks(HttpRequest request);

    /// <summary>The operation and its input.</summary>
    /// <exception cref="AwsException">The request cannot be read.</exception>
    Task<(string Operation, WireMap Input)> ReadAsync(HttpRequest request);

    /// <summary>Writes an answer; null for an operation that has none.</summary>
    Task WriteAsync(HttpResponse response, string operation, WireMap? output);

    /// <summary>Writes a refusal.</summary>
    Task WriteErrorAsync(HttpResponse response, AwsException refusal);
}
