using System.Text.Json.Serialization;

namespace Canary.Compat.Tests.Lambda.Serialization;

public sealed record Order(string? OrderName, DateTime? PlacedAt, [property: JsonPropertyName("howMany")] int Count)
{
    public string? XAmzRequestId { get; init; }

    public byte[]? Bytes { get; init; }

    public MemoryStream? Attachment { get; init; }
}
