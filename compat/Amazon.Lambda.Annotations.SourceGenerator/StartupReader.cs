using Amazon.Lambda.Annotations.SourceGenerator.Models;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Turns a class with [LambdaStartup] into its model, faults included.</summary>
internal static class StartupReader
{
    public static StartupModel Read(INamedTypeSymbol type)
    {
        var place = Place.Of(type);
        return new StartupModel(
            type.Written(),
            place,
            new EquatableArray<Fault>(Reasons(type).Select(reason => new Fault(Faults.UnsupportedStartup, place, type.Name, reason))));
    }

    private static IEnumerable<string> Reasons(INamedTypeSymbol type)
    {
        if (type.GetMembers("ConfigureHostBuilder").Length > 0)
            yield return "ConfigureHostBuilder is not supported by compat/, and it starts a host in every function. Use ConfigureServices(IServiceCollection).";
        else if (!type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(IsConfigureServices))
            yield return "it has no method ConfigureServices(IServiceCollection) that is public, not static, and returns void.";
        if (!type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && constructor.IsReachable()))
            yield return "it has no public constructor without parameters.";
    }

    private static bool IsConfigureServices(IMethodSymbol method) =>
        method is { IsStatic: false, ReturnsVoid: true, IsGenericMethod: false, Parameters.Length: 1 }
        && method.IsReachable()
        && method.Parameters[0].Type.Is(AnnotationNames.IServiceCollection);
}
