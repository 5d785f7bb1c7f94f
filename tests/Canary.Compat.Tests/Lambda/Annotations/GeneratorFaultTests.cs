using Microsoft.CodeAnalysis;

namespace Canary.Compat.Tests.Lambda.Annotations;

public class GeneratorFaultTests
{
    private const string Usings = """
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Core;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData(
        "[LambdaFunction] public string M<T>(T input) => \"\";",
        "AWSLambdaCompat03",
        "C.M cannot be a Lambda function: it is generic")]
    [InlineData(
        "[LambdaFunction] public static string M(string input) => input;", "AWSLambdaCompat03", "it is static: remove static")]
    [InlineData("[LambdaFunction] private string M(string input) => input;", "AWSLambdaCompat03", "make the method public")]
    [InlineData("[LambdaFunction] public async void M(string input) => await Task.Yield();", "AWSLambdaCompat03", "return Task.")]
    [InlineData(
        "[LambdaFunction] public ValueTask<int> M(string input) => default;",
        "AWSLambdaCompat03",
        "ValueTask, which the Lambda bootstrap does not await")]
    [InlineData(
        "[LambdaFunction] internal Hidden M(string input) => new();", "AWSLambdaCompat03", "so Hidden must be public too")]
    [InlineData(
        "[LambdaFunction] internal string M(Hidden[] input) => \"\";", "AWSLambdaCompat03", "so Hidden[] must be public too")]
    [InlineData(
        "[LambdaFunction] public string M(string a, string b) => a;",
        "AWSLambdaCompat04",
        "Parameter b: a function has one event")]
    [InlineData(
        "[LambdaFunction] public string M(ILambdaContext context, string input) => input;",
        "AWSLambdaCompat04",
        "Parameter input: the event comes before the ILambdaContext.")]
    [InlineData(
        "[LambdaFunction] public string M(ILambdaContext a, ILambdaContext b) => \"\";",
        "AWSLambdaCompat04",
        "Parameter b: the context is there already.")]
    [InlineData(
        "[LambdaFunction] public string M(ref string input) => input;", "AWSLambdaCompat04", "cannot be ref, in, out or params")]
    [InlineData(
        "[LambdaFunction] public string M([Amazon.Lambda.Annotations.APIGateway.FromQuery] string input) => input;",
        "AWSLambdaCompat04",
        "[FromQuery] is not supported by compat/")]
    [InlineData(
        "[LambdaFunction, Amazon.Lambda.Annotations.APIGateway.HttpApi] public string M(string input) => input;",
        "AWSLambdaCompat02",
        "C.M carries [HttpApi]")]
    [InlineData(
        "[LambdaFunction] public string M([FromServices] string input) => input;",
        "AWSLambdaCompat06",
        "C.M needs services, but no class is marked [LambdaStartup]")]
    [InlineData(
        "public C(int number) => _ = number; [LambdaFunction] public string M(string input) => input;",
        "AWSLambdaCompat06",
        "C.M needs services")]
    [InlineData(
        "[LambdaFunction] public string M(string input) => input; [LambdaFunction] public string M(int input) => \"\";",
        "AWSLambdaCompat01",
        "several Lambda functions named M")]
    public void Generate_AFunctionThatCannotBe_IsRefusedByName(string members, string id, string says)
    {
        var made = Generation.Of(Generation.Assembly, Usings + $$"""
            class Hidden { }
            public class C { {{members}} }
            public class Good { [LambdaFunction] public string Fine(string input) => input; }
            namespace Amazon.Lambda.Annotations.APIGateway
            {
                public class HttpApiAttribute : System.Attribute { }
                public class FromQueryAttribute : System.Attribute { }
            }
            """);

        Assert.All(made.Faults, fault => Assert.Equal(
            (id, DiagnosticSeverity.Error, "1.cs"),
            (fault.Id, fault.Severity, fault.Location.GetLineSpan().Path)));
        Assert.Contains(says, made.Faults[0].GetMessage(), StringComparison.Ordinal);
        Assert.Equal(["Good_Fine_Generated.g.cs"], made.Files);
    }

    [Theory]
    [InlineData(
        "public void Configure(IServiceCollection services) { }", "it has no method ConfigureServices(IServiceCollection)")]
    [InlineData(
        "public static void ConfigureServices(IServiceCollection services) { }",
        "it has no method ConfigureServices(IServiceCollection)")]
    [InlineData("public object ConfigureHostBuilder() => new();", "ConfigureHostBuilder is not supported by compat/")]
    [InlineData(
        "public Startup(int number) => _ = number; public void ConfigureServices(IServiceCollection services) { }",
        "no public constructor without parameters")]
    public void Generate_AStartupThatCannotBe_IsRefusedByName(string members, string says)
    {
        var made = Generation.Of(Generation.Assembly, Usings + $$"""
            [LambdaStartup] public class Startup { {{members}} }
            public class C { [LambdaFunction] public string M(string input) => input; }
            """);

        Assert.Equal("AWSLambdaCompat05", Assert.Single(made.Faults).Id);
        Assert.Contains(says, made.Faults[0].GetMessage(), StringComparison.Ordinal);
        Assert.Empty(made.Files);
    }

    [Fact]
    public void Generate_SeveralStartups_NamesEach()
    {
        const string Startup = "public class {0} {{ public void ConfigureServices(IServiceCollection services) {{ }} }}\n";
        var made = Generation.Of(Generation.Assembly, Usings
            + "[LambdaStartup] "
            + string.Format(null, Startup, "A")
            + "[LambdaStartup] "
            + string.Format(null, Startup, "B")
            + "public class C { [LambdaFunction] public string M(string input) => input; }");

        Assert.Equal(["AWSLambda0101", "AWSLambda0101"], made.Faults.Select(fault => fault.Id));
        Assert.Contains("A is one of several", made.Faults[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_NoSerializer_SaysWhatToAdd()
    {
        var made = Generation.Of(Usings + "public class C { [LambdaFunction] public string M(string input) => input; }");

        Assert.Equal("AWSLambda0108", Assert.Single(made.Faults).Id);
        Assert.Empty(made.Files);
    }

    [Fact]
    public void Generate_MainInALibrary_IsRefused() => Assert.Equal(
        "AWSLambda0111",
        Assert.Single(Generation.Of(
            Generation.Assembly,
            Generation.WithMain,
            Usings + "public class C { [LambdaFunction] public string M(string input) => input; }").Faults).Id);

    [Theory]
    [InlineData("Amazon.Lambda.RuntimeSupport")]
    [InlineData("Microsoft.Extensions.DependencyInjection")]
    public void Generate_APackageIsMissing_NamesIt(string package)
    {
        var made =
            Generation.Without(package, OutputKind.ConsoleApplication, Generation.Assembly, Generation.WithMain, Usings + """
                [LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection services) { } }
                public class C { [LambdaFunction] public string M(string input) => input; }
                """);

        Assert.Equal("AWSLambda0104", Assert.Single(made.Faults).Id);
        Assert.Contains(package, made.Faults[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Generate_TheSameNameInTwoClasses_IsAFaultOnlyWithAMain(bool main)
    {
        string[] sources =
        [
            Generation.Assembly,
            Usings + "public class A { [LambdaFunction] public string M(string input) => input; "
            + "} public class B { [LambdaFunction] public string M(string input) => input; }",
        ];

        var made = main ? Generation.OfExecutable([.. sources, Generation.WithMain]) : Generation.Of(sources);

        Assert.Equal(main ? ["AWSLambdaCompat01", "AWSLambdaCompat01"] : [], made.Faults.Select(fault => fault.Id));
        Assert.Equal(main ? [] : ["A_M_Generated.g.cs", "B_M_Generated.g.cs"], made.Files);
    }

    [Fact]
    public void Generate_ANestedOrGenericClass_IsRefused()
    {
        var made = Generation.Of(Generation.Assembly, Usings + """
            public class Outer { public class C { [LambdaFunction] public string M(string input) => input; } }
            public class G<T> { [LambdaFunction] public string N(string input) => input; }
            """);

        Assert.Equal(["AWSLambdaCompat03", "AWSLambdaCompat03"], made.Faults.Select(fault => fault.Id));
    }
}
