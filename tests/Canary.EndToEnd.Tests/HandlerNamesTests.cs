using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations;
using Canary.Functions.Hosting;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Deploy.Template;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests;

/// <summary>
/// The names by which the template and the state machine choose a Lambda. The generated Main ends with exit code 0 and without a
/// word for a name that it does not know, so a slip of the pen would show first as a function that never answers.
/// </summary>
public sealed class HandlerNamesTests
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private static readonly DeploymentPlan Plan =
        TemplateReader.Read(File.ReadAllText(Tree.Template), new StackContext("canary", new AwsAccount()));

    private static readonly string[] Lambdas =
    [
        .. typeof(Startup).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Template_EveryHandlerName_IsALambdaOfTheCode() =>
        Assert.Equal(Lambdas, Plan.Functions.Select(HandlerName).Order(StringComparer.Ordinal));

    [Fact]
    public void Template_EveryHandler_IsTheAssemblyOfTheLambdas() =>
        Assert.All(Plan.Functions, function => Assert.Equal(typeof(Startup).Assembly.GetName().Name, function.Handler));

    [Fact]
    public void StateMachine_EveryPlaceholder_IsAVersionOfTheLambdaOfThatName()
    {
        var machine = Assert.Single(Plan.StateMachines);
        var definition = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Tree.Template)!, machine.DefinitionUri));
        var names = Regex.Matches(definition, @"\$\{(\w+)\}").Select(match => match.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(names);
        Assert.All(names, name =>
        {
            var function = Assert.Single(Plan.Functions, one => $"{one.Arn}:1" == machine.Substitutions[name]);
            Assert.Equal(name, $"{HandlerName(function)}Arn");
        });
    }

    private static string HandlerName(PlannedFunction function) => function.Environment["ANNOTATIONS_HANDLER"];
}
