using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Serializes with a source-generated <see cref="JsonSerializerContext"/>. It makes the context itself, with its own options:
/// a <c>[JsonSourceGenerationOptions]</c> on the context has no effect here, as in the official package. Names go on the properties, or through the customizer.
/// </summary>
public class SourceGeneratorLambdaJsonSerializer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer()
        : this(null, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : this(customizer, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
        : this(null, jsonWriterCustomizer)
    {
    }

    /// <exception cref="ApplicationException">The context has no constructor that takes <see cref="JsonSerializerOptions"/>.</exception>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer, Action<JsonWriterOptions>? jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        // The one place that needs reflection: no constraint can ask for this constructor. The attribute keeps it when trimmed.
        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
#pragma warning disable CA2201 // The official serializer throws this one.
            ?? throw new ApplicationException($"The serializer {typeof(TSGContext).FullName} is missing a constructor that takes in JsonSerializerOptions object");
#pragma warning restore CA2201
        _context = (TSGContext)constructor.Invoke([SerializerOptions]);
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => JsonSerializer.Serialize(writer, response, TypeInfo<T>());

    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeInfo<T>())!;

    private JsonTypeInfo<T> TypeInfo<T>() => _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"No JsonTypeInfo registered in {_context.GetType().FullName} for type {typeof(T).FullName}.");
}
