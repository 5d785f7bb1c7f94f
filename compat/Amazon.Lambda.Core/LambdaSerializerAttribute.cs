namespace Amazon.Lambda.Core;

/// <summary>Names the <see cref="ILambdaSerializer"/> of a function, or of all functions of an assembly.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
#pragma warning disable CA1019 // The official attribute's SerializerType has a public setter.
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
