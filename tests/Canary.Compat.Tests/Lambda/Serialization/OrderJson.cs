using System.Text.Json.Serialization;

namespace Canary.Compat.Tests.Lambda.Serialization;

/// <summary>Its naming policy is there to be ignored: the serializer brings its own options.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(string))]
internal sealed partial class OrderJson : JsonSerializerContext;
