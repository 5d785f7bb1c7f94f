using System.Text.Json.Nodes;

namespace Canary.Local.Lambda.Api;

/// <summary>What goes back to the client.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes of the body; empty for none.</param>
internal sealed record RestAnswer(int Status, ReadOnlyMemory<byte> Body = default)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static RestAnswer Json(int status, JsonNode body) => new(status, LambdaDocument.Bytes(body));
}
