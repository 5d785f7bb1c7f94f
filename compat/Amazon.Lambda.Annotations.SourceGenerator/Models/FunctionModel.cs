namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>
/// All that is needed of a method with [LambdaFunction], as plain values. Types have their <c>global::</c> names. <c>Namespace</c> is empty for the global one,
/// <c>ReturnsStream</c> says that the answer is not serialized, <c>Serializer</c> is the method's own or null for the assembly's, and
/// <c>CanBeMadeWithNew</c> that the class has a constructor without parameters that the entry point can call.
/// </summary>
internal sealed record FunctionModel(
    string Namespace,
    string Class,
    string Method,
    ReturnKind Returns,
    string ReturnType,
    bool ReturnsStream,
    EquatableArray<ParameterModel> Parameters,
    string? Serializer,
    bool CanBeMadeWithNew,
    Place? Place,
    EquatableArray<Fault> Faults)
{
    public string Generated => $"{Class}_{Method}_Generated";

    public string FullClass => Namespace.Length == 0 ? $"global::{Class}" : $"global::{Namespace}.{Class}";

    public string FullGenerated => $"{FullClass}_{Method}_Generated";

    public bool UsesServices => Parameters.Any(parameter => parameter.Source == ParameterSource.Services);

    /// <summary>What the entry point takes: the parameters that do not come from the services. Without any it takes the event unread, as the official one does.</summary>
    public EquatableArray<ParameterModel> EntryParameters
    {
        get
        {
            var taken = new EquatableArray<ParameterModel>(Parameters.Where(parameter => parameter.Source != ParameterSource.Services));
            return taken.Count > 0 ? taken : new EquatableArray<ParameterModel>([new ParameterModel("stream", "global::System.IO.Stream", ParameterSource.EventStream)]);
        }
    }
}
