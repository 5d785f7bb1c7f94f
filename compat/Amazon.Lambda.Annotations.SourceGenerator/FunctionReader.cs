using Amazon.Lambda.Annotations.SourceGenerator.Models;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Turns a method with [LambdaFunction] into its model, faults included.</summary>
internal static class FunctionReader
{
    public static FunctionModel Read(IMethodSymbol method)
    {
        var place = Place.Of(method);
        var type = method.ContainingType;
        var parameters = method.Parameters.Select(ParameterReader.Read).ToArray();
        var faults = UnsupportedAttributes(method, place)
            .Concat(Reasons(method).Select(reason => new Fault(Faults.UnsupportedMethod, place, $"{type.Name}.{method.Name}", reason)))
            .Concat(ParameterReader.Check(method, parameters));
        return new FunctionModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            method.Name,
            Kind(method),
            method.ReturnType.Written(),
            Value(method) is { } value && value.Is("System.IO.Stream"),
            new EquatableArray<ParameterModel>(parameters),
            method.GetAttributes().Serializer(),
            !type.IsAbstract && type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && constructor.IsReachable()),
            place,
            new EquatableArray<Fault>(faults));
    }

    private static IEnumerable<Fault> UnsupportedAttributes(IMethodSymbol method, Place? place) =>
        from attribute in method.GetAttributes()
        let name = attribute.AttributeClass?.ToDisplayString() ?? ""
        where name.StartsWith(AnnotationNames.Annotations + ".", StringComparison.Ordinal) && name != AnnotationNames.LambdaFunction
        select new Fault(Faults.UnsupportedAttribute, place, $"{method.ContainingType.Name}.{method.Name}", attribute.AttributeClass!.Name.Replace("Attribute", ""));

    private static IEnumerable<string> Reasons(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.IsGenericMethod) yield return "it is generic, so nothing says which type its event has.";
        if (type.IsGenericType) yield return $"its class {type.Name} is generic, so nothing says which one to make.";
        if (type.ContainingType is not null) yield return $"its class {type.Name} is nested in another: move it out.";
        if (method.IsStatic) yield return "it is static: remove static, since the entry point calls it on an instance.";
        if (type.IsAbstract && !type.IsStatic) yield return $"its class {type.Name} is abstract.";
        if (!method.IsReachable() || !type.IsReachable()) yield return "the entry point cannot reach it: make the method public.";
        if (method is { IsAsync: true, ReturnsVoid: true }) yield return "it is async void, so its exceptions would be lost: return Task.";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly) yield return "it returns by reference.";
        if (method.ReturnType.OriginalDefinition.ToDisplayString() is "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>")
            yield return "it returns ValueTask, which the Lambda bootstrap does not await: return Task.";
        foreach (var hidden in method.Parameters.Where(parameter => parameter.GetAttributes().Find(AnnotationNames.FromServices) is null)
            .Select(parameter => parameter.Type).Append(method.ReturnType).Where(used => !used.IsVisible()))
            yield return $"the entry point is public, so {hidden.ToDisplayString()} must be public too.";
    }

    private static ReturnKind Kind(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => ReturnKind.Nothing,
        var type when type.Is("System.Threading.Tasks.Task") => ReturnKind.Task,
        var type when type.OriginalDefinition.Is("System.Threading.Tasks.Task<TResult>") => ReturnKind.TaskOfValue,
        _ => ReturnKind.Value,
    };

    private static ITypeSymbol? Value(IMethodSymbol method) => Kind(method) switch
    {
        ReturnKind.Value => method.ReturnType,
        ReturnKind.TaskOfValue => ((INamedTypeSymbol)method.ReturnType).TypeArguments[0],
        _ => null,
    };
}
