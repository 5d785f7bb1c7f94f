namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class AnnotationNames
{
    public const string Annotations = "Amazon.Lambda.Annotations";
    public const string LambdaFunction = Annotations + ".LambdaFunctionAttribute";
    public const string LambdaStartup = Annotations + ".LambdaStartupAttribute";
    public const string LambdaGlobalProperties = Annotations + ".LambdaGlobalPropertiesAttribute";
    public const string FromServices = Annotations + ".FromServicesAttribute";
    public const string LambdaSerializer = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    public const string LambdaContext = "Amazon.Lambda.Core.ILambdaContext";
    public const string LambdaBootstrapBuilder = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";
    public const string DependencyInjection = "Microsoft.Extensions.DependencyInjection";
    public const string ServiceProvider = DependencyInjection + ".ServiceProvider";
    public const string IServiceCollection = DependencyInjection + ".IServiceCollection";
}
