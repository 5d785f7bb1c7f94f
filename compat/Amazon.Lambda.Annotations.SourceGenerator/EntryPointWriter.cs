using Amazon.Lambda.Annotations.SourceGenerator.Models;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the class that Lambda, or the generated Main, calls for one function.</summary>
internal static class EntryPointWriter
{
    private const string Services = "global::" + AnnotationNames.DependencyInjection;
    private const string Add = Services + ".ServiceCollectionServiceExtensions.AddSingleton";
    private const string Get = Services + ".ServiceProviderServiceExtensions.GetRequiredService";

    /// <summary>The code. Without a startup the function's class is made with <c>new</c>.</summary>
    public static string Write(FunctionModel function, StartupModel? startup, string serializer)
    {
        var code = $$"""
            /// <summary>The entry point of the Lambda function <c>{{function.Class}}.{{function.Method}}</c>.</summary>
            public class {{function.Generated}}
            {
            {{(startup is null ? Plain(function) : Injected(function, startup, serializer))}}

                public {{(IsAsync(function) ? "async " : "")}}{{function.ReturnType}} {{function.Method}}({{string.Join(", ", function.EntryParameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))}})
                {
            {{(startup is null ? "" : Scope(function))}}        {{Call(function)}}
                }
            }
            """;
        return Source.InNamespace(function.Namespace, code);
    }

    private static bool IsAsync(FunctionModel function) => function.Returns is ReturnKind.Task or ReturnKind.TaskOfValue;

    private static string Plain(FunctionModel function) => $$"""
            private readonly {{function.FullClass}} __function = new {{function.FullClass}}();
        """;

    /// <summary>The class is a singleton unless ConfigureServices, which comes after, says otherwise. It is made at once, so that its cost is the init's.</summary>
    private static string Injected(FunctionModel function, StartupModel startup, string serializer) => $$"""
            private readonly {{Services}}.ServiceProvider __services;

            public {{function.Generated}}()
            {
                var services = new {{Services}}.ServiceCollection();
                {{Add}}<{{function.FullClass}}>(services);
                {{Add}}<{{serializer}}>(services);
                new {{startup.FullClass}}().ConfigureServices(services);
                __services = {{Services}}.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
                _ = {{Get}}<{{function.FullClass}}>(__services);
            }
        """;

    private static string Scope(FunctionModel function) => $$"""
                using var __scope = {{Services}}.ServiceProviderServiceExtensions.CreateScope(__services);
                var __function = {{Get}}<{{function.FullClass}}>(__scope.ServiceProvider);

        """;

    private static string Call(FunctionModel function)
    {
        var arguments = function.Parameters.Select(parameter => parameter.Source == ParameterSource.Services
            ? $"{Get}<{parameter.Type.TrimEnd('?')}>(__scope.ServiceProvider)"
            : parameter.Name);
        var call = $"__function.{function.Method}({string.Join(", ", arguments)});";
        return function.Returns switch
        {
            ReturnKind.Nothing => call,
            ReturnKind.Value => $"return {call}",
            ReturnKind.Task => $"await {call}",
            _ => $"return await {call}",
        };
    }
}
