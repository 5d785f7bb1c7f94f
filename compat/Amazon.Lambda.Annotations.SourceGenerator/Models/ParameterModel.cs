namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>A parameter of the user's method.</summary>
internal sealed record ParameterModel(string Name, string Type, ParameterSource Source);
