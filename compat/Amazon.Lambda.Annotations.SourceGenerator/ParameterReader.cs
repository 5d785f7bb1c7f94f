using Amazon.Lambda.Annotations.SourceGenerator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Says where each parameter of a function comes from, and what is wrong with it.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter)
    {
        var source = parameter switch
        {
            _ when parameter.GetAttributes().Find(AnnotationNames.FromServices) is not null => ParameterSource.Services,
            { Type: var type } when type.Is(AnnotationNames.LambdaContext) => ParameterSource.Context,
            { Type: var type } when type.Is("System.IO.Stream") => ParameterSource.EventStream,
            _ => ParameterSource.Event,
        };
        return new ParameterModel(Name(parameter, source), parameter.Type.WithNullableAnnotation(parameter.NullableAnnotation).Written(), source);
    }

    public static IEnumerable<Fault> Check(IMethodSymbol method, IReadOnlyList<ParameterModel> parameters)
    {
        var (seenEvent, seenContext) = (false, false);
        for (var i = 0; i < parameters.Count; i++)
        {
            var symbol = method.Parameters[i];
            if (Problem(symbol, parameters[i].Source, seenEvent, seenContext) is { } problem)
                yield return new Fault(Faults.UnsupportedParameter, Place.Of(symbol), symbol.Name, problem);
            seenEvent |= parameters[i].Source is ParameterSource.Event or ParameterSource.EventStream;
            seenContext |= parameters[i].Source is ParameterSource.Context;
        }
    }

    // The official generator renames the event and the context, and so a caller that names its arguments sees the same here.
    private static string Name(IParameterSymbol parameter, ParameterSource source) => source switch
    {
        ParameterSource.Context => "__context__",
        ParameterSource.Event or ParameterSource.EventStream => "__input__",
        _ => SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name,
    };

    private static string? Problem(IParameterSymbol symbol, ParameterSource source, bool seenEvent, bool seenContext)
    {
        var foreign = symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && !type.Is(AnnotationNames.FromServices)
            && type.ToDisplayString().StartsWith(AnnotationNames.Annotations + ".", StringComparison.Ordinal));
        if (foreign is not null) return $"[{foreign.AttributeClass!.Name.Replace("Attribute", "")}] is not supported by compat/. Build with -p:AwsPackages=official, or remove it.";
        if (symbol.RefKind != RefKind.None || symbol.IsParams) return "a function's parameters cannot be ref, in, out or params.";
        return source switch
        {
            ParameterSource.Services => null,
            ParameterSource.Context when seenContext => "the context is there already.",
            ParameterSource.Context => null,
            _ when seenContext => "the event comes before the ILambdaContext.",
            _ when seenEvent => "a function has one event: mark what comes from the services with [FromServices].",
            _ => null,
        };
    }
}
