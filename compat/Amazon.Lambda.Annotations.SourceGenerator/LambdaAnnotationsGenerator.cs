using System.Collections.Immutable;
using System.Text;
using Amazon.Lambda.Annotations.SourceGenerator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes an entry point for each method with [LambdaFunction] and, when asked to, a Main. It writes no template.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaAnnotationsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            AnnotationNames.LambdaFunction,
            static (node, _) => node is MethodDeclarationSyntax,
            static (found, _) => FunctionReader.Read((IMethodSymbol)found.TargetSymbol)).WithTrackingName("Functions").Collect();
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            AnnotationNames.LambdaStartup,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => StartupReader.Read((INamedTypeSymbol)found.TargetSymbol)).Collect();
        var assembly = context.CompilationProvider.Select(static (compilation, _) => AssemblyReader.Read(compilation));
        context.RegisterSourceOutput(functions.Combine(startups).Combine(assembly), static (output, all) => Write(output, all.Left.Left, all.Left.Right, all.Right));
    }

    private static void Write(SourceProductionContext output, ImmutableArray<FunctionModel> functions, ImmutableArray<StartupModel> startups, AssemblyModel assembly)
    {
        if (functions.IsEmpty) return;
        var faults = ProjectChecks.Find(functions, startups, assembly).ToArray();
        foreach (var fault in faults) output.ReportDiagnostic(fault.ToDiagnostic());
        if (assembly.Serializer is not { } serializer || faults.Any(fault => !IsOfOneFunction(fault, functions))) return;
        var good = functions.Where(function => !faults.Any(fault => fault.Place == function.Place) && function.Faults.Count == 0).ToArray();
        foreach (var function in good) Add(output, function.Generated, EntryPointWriter.Write(function, startups.FirstOrDefault(), serializer));
        if (assembly.GenerateMain && good.Length > 0) Add(output, "Program", MainWriter.Write(good, serializer));
    }

    private static bool IsOfOneFunction(Fault fault, ImmutableArray<FunctionModel> functions) =>
        functions.Any(function => function.Place == fault.Place || function.Faults.Contains(fault));

    private static void Add(SourceProductionContext output, string name, string code) => output.AddSource($"{name}.g.cs", SourceText.From(code, Encoding.UTF8));
}
