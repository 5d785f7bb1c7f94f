using Amazon.Lambda.Annotations.SourceGenerator.Models;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Reads what is said once for the whole assembly.</summary>
internal static class AssemblyReader
{
    public static AssemblyModel Read(Compilation compilation)
    {
        var attributes = compilation.Assembly.GetAttributes();
        return new AssemblyModel(
            attributes.Serializer(),
            attributes.Find(AnnotationNames.LambdaGlobalProperties)?.NamedArguments.Any(argument => argument is { Key: "GenerateMain", Value.Value: true }) == true,
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication,
            compilation.GetTypeByMetadataName(AnnotationNames.LambdaBootstrapBuilder) is not null,
            compilation.GetTypeByMetadataName(AnnotationNames.ServiceProvider) is not null);
    }
}
