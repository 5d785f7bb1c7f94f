namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>The class with [LambdaStartup].</summary>
internal sealed record StartupModel(string FullClass, Place? Place, EquatableArray<Fault> Faults);
