namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>What the assembly's attributes and references say. <c>Serializer</c> is null where [assembly: LambdaSerializer] is missing.</summary>
internal sealed record AssemblyModel(string? Serializer, bool GenerateMain, bool IsExecutable, bool HasRuntimeSupport, bool HasDependencyInjection);
