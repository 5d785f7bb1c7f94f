using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Canary.Compat.Tests.Lambda.Annotations;

/// <summary>
/// Runs the generator on a source text, with warnings as errors and nullable on, as the projects of this tree are compiled.
/// </summary>
internal sealed class Generation
{
    /// <summary>What a project says once.</summary>
    public const string Assembly = """
        global using System.Threading.Tasks;
        using Amazon.Lambda.Core;
        [assembly: LambdaSerializer(typeof(MySerializer))]
        public class MySerializer : ILambdaSerializer
        {
            public T Deserialize<T>(System.IO.Stream requestStream) => throw new System.InvalidOperationException();
            public void Serialize<T>(T response, System.IO.Stream responseStream) => throw new System.InvalidOperationException();
        }
        """;

    public const string WithMain = "[assembly: Amazon.Lambda.Annotations.LambdaGlobalProperties(GenerateMain = true)]";

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsOfAConsumer)
            .Select(path => MetadataReference.CreateFromFile(path))];

    private Generation(CSharpCompilation compilation)
    {
        Driver = CSharpGeneratorDriver.Create(
            [new LambdaAnnotationsGenerator().AsSourceGenerator()],
            parseOptions: Parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Driver = Driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var faults);
        (Input, Output, Faults) = (compilation, (CSharpCompilation)output, [.. faults]);
    }

    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    /// <summary>What the generator itself reports.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    /// <summary>What the compiler says of the whole.</summary>
    public IReadOnlyList<Diagnostic> Errors =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    public IEnumerable<string> Files => Driver.GetRunResult().GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath));

    public static Generation Of(params string[] sources) => Of(OutputKind.DynamicallyLinkedLibrary, null, sources);

    public static Generation OfExecutable(params string[] sources) => Of(OutputKind.ConsoleApplication, null, sources);

    public static Generation Without(string assembly, OutputKind kind, params string[] sources) => Of(kind, assembly, sources);

    public string File(string name) =>
        Driver.GetRunResult().GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == name).ToString();

    private static Generation Of(OutputKind kind, string? without, string[] sources) => new(CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parse, path: $"{i}.cs")),
        without is null
            ? References
            : References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != without),
        new CSharpCompilationOptions(
            kind,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            specificDiagnosticOptions:
                [
                    KeyValuePair.Create("CS1591", ReportDiagnostic.Suppress),
                    KeyValuePair.Create("CS8019", ReportDiagnostic.Suppress),
                    KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress),
                ])));

    private static bool IsOfAConsumer(string path) => Path.GetFileName(path) is var name
        && (name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal)
            || (name.StartsWith("Amazon.Lambda.", StringComparison.Ordinal)
                && !name.Contains("SourceGenerator", StringComparison.Ordinal))
            || name is "netstandard.dll" or "mscorlib.dll");
}
