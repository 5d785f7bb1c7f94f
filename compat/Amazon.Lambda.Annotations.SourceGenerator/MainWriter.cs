using Amazon.Lambda.Annotations.SourceGenerator.Models;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the Main that runs the function that ANNOTATIONS_HANDLER names. For a name that it does not know it ends, as the official one does.</summary>
internal static class MainWriter
{
    public static string Write(IReadOnlyList<FunctionModel> functions, string serializer) => Source.InNamespace(functions[0].Namespace, $$"""
        public class GeneratedProgram
        {
            public static async global::System.Threading.Tasks.Task Main(string[] args)
            {
                switch (global::System.Environment.GetEnvironmentVariable("ANNOTATIONS_HANDLER"))
                {
        {{string.Join("\n", functions.Select(function => Case(function, function.Serializer ?? serializer)))}}
                }
            }
        }
        """);

    private static string Case(FunctionModel function, string serializer)
    {
        var with = NeedsSerializer(function) ? $", new {serializer}()" : "";
        return $$"""
                        case "{{function.Method}}":
                        {
                            {{Delegate(function)}} handler = new {{function.FullGenerated}}().{{function.Method}};
                            using var bootstrap = global::{{AnnotationNames.LambdaBootstrapBuilder}}.Create(handler{{with}}).Build();
                            await bootstrap.RunAsync();
                            break;
                        }
            """;
    }

    private static string Delegate(FunctionModel function)
    {
        var types = function.EntryParameters.Select(parameter => parameter.Type);
        return function.Returns == ReturnKind.Nothing
            ? $"global::System.Action<{string.Join(", ", types)}>"
            : $"global::System.Func<{string.Join(", ", types.Append(function.ReturnType))}>";
    }

    /// <summary>With a serializer, the builder would take a lone context or stream for the type of the event: the overloads without one take them for what they are.</summary>
    private static bool NeedsSerializer(FunctionModel function) =>
        function.EntryParameters.Any(parameter => parameter.Source == ParameterSource.Event)
        || (function.Returns is ReturnKind.Value or ReturnKind.TaskOfValue && !function.ReturnsStream);
}
