using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is refused. AWSLambda… are the official generator's own numbers; AWSLambdaCompat… are for what only this stand-in refuses, or refuses sooner.</summary>
internal static class Faults
{
    public static readonly DiagnosticDescriptor SeveralStartups = New("AWSLambda0101", "Multiple LambdaStartup classes are not allowed in Lambda AWSProjectType: {0} is one of several");

    public static readonly DiagnosticDescriptor MissingPackage = New("AWSLambda0104",
        "Your project has a missing required package dependency. Please add a reference to the following package: {0}.");

    public static readonly DiagnosticDescriptor MissingSerializer = New("AWSLambda0108",
        "Assembly attribute Amazon.Lambda.Core.LambdaSerializerAttribute is missing. Add serialization package like Amazon.Lambda.Serialization.SystemTextJson "
        + "and add the assembly attribute to register the JSON serializer for Lambda events.");

    public static readonly DiagnosticDescriptor NotExecutable = New("AWSLambda0111",
        "GenerateMain writes a Main, so the project must be an executable: set OutputType to Exe in the project file");

    public static readonly DiagnosticDescriptor SameName = New("AWSLambdaCompat01",
        "There are several Lambda functions named {0}: the name is what ANNOTATIONS_HANDLER chooses by, and a part of the entry point's name. Rename one.");

    public static readonly DiagnosticDescriptor UnsupportedAttribute = New("AWSLambdaCompat02",
        "{0} carries [{1}], which compat/ does not support: only functions that are invoked with an event as it is. Build with -p:AwsPackages=official, or remove it.");

    public static readonly DiagnosticDescriptor UnsupportedMethod = New("AWSLambdaCompat03", "{0} cannot be a Lambda function: {1}");

    public static readonly DiagnosticDescriptor UnsupportedParameter = New("AWSLambdaCompat04", "Parameter {0}: {1}");

    public static readonly DiagnosticDescriptor UnsupportedStartup = New("AWSLambdaCompat05", "{0} cannot be the [LambdaStartup] class: {1}");

    public static readonly DiagnosticDescriptor NeedsStartup = New("AWSLambdaCompat06",
        "{0} needs services, but no class is marked [LambdaStartup]: add one with a method ConfigureServices(IServiceCollection), or give it a public constructor without parameters");

    private static DiagnosticDescriptor New(string id, string message) => new(id, "Lambda Annotations", message, "AWSLambdaCSharpGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
