using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Deploy.Template;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Deploy;

/// <summary>The project's own template, as the local deployment reads it.</summary>
public sealed class CanaryTemplateTests
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private static readonly DeploymentPlan Plan = TemplateReader.Read(
        File.ReadAllText(Tree.Template), new StackContext("canary", new AwsAccount()));

    /// <summary>What runs beside the state machine.</summary>
    private static readonly string[] Beside = ["RestoreAliasFunction", "ControlFunction", "ApproveFunction"];

    [Fact]
    public void Functions_AllRunTheirOwnLambdaOfOneExecutable()
    {
        Assert.Equal(
            Plan.Functions.Count, Plan.Functions.DistinctBy(function => function.Environment["ANNOTATIONS_HANDLER"]).Count());
        Assert.All(Plan.Functions, function =>
        {
            Assert.Equal($"{function.Environment["ANNOTATIONS_HANDLER"]}Function", function.LogicalId);
            Assert.Equal(
                ("dotnet10", "Canary.Functions", "functions/Canary.Functions"),
                (function.Runtime, function.Handler, function.CodeUri));
            Assert.Equal("arm64", function.Architecture);
        });
    }

    [Fact]
    public void StateMachine_EverySubstitution_IsAVersionOfTheFunctionOfThatName()
    {
        var machine = Assert.Single(Plan.StateMachines);

        var arns = Plan.Functions.Where(function => !Beside.Contains(function.LogicalId))
            .ToDictionary(
                function => function.LogicalId.Replace("Function", "Arn", StringComparison.Ordinal),
                function => $"{function.Arn}:1");
        Assert.Equal(arns, machine.Substitutions);
    }

    [Fact]
    public void Outputs_AreCommandsReadyToPaste()
    {
        var machine = Assert.Single(Plan.StateMachines);
        var outputs = Plan.Outputs.ToDictionary(output => output.Name, output => output.Value);

        Assert.Equal((machine.Arn, $"{machine.Arn}:live"), (outputs["StateMachineArn"], outputs["StartArn"]));
        Assert.Equal(machine.StartArn, outputs["StartArn"]);
        Assert.Equal("arn:aws:iam::123456789012:policy/canary-PipelinePolicy", outputs["PipelinePolicyArn"]);
        var start = $"aws stepfunctions start-execution --state-machine-arn {machine.StartArn} --name release-1 --input '{{";
        Assert.StartsWith(start, outputs["StartRollout"], StringComparison.Ordinal);
        Assert.Equal(
            "aws stepfunctions stop-execution --execution-arn arn:aws:states:us-east-1:123456789012:execution:canary:release-1",
            outputs["StopRollout"]);
    }

    [Fact]
    public void Steps_AreThePublishedFunctions()
    {
        var published = Plan.Functions.Where(function => function.PublishedAs is { Alias: "live", AnyChange: true });

        Assert.Equal(Beside, Plan.Functions.Except(published).Select(function => function.LogicalId));
    }

    [Fact]
    public void PlanRollout_KnowsEveryFunctionOfTheStack()
    {
        var own = Plan.Functions.Single(function => function.LogicalId == "PlanRolloutFunction").Environment["OWN_FUNCTIONS"]
            .Split(',');

        Assert.Equal(
            Plan.Functions.Select(function => function.Name).Where(name => name != "canary-PlanRollout").Order(),
            own.Order());
    }

    [Fact]
    public void Alarms_WatchRulesThatAreThere()
    {
        var rules = Plan.Rules.Select(rule => rule.Name).ToList();
        var watched = Plan.Alarms.Where(alarm => alarm.Namespace == "AWS/Events")
            .SelectMany(alarm => alarm.Dimensions)
            .Select(dimension => dimension.Value)
            .ToList();

        Assert.Equal(["canary-RollbackFailed", "canary-Sweep"], watched.Order());
        Assert.Empty(watched.Except(rules));
        Assert.All(Plan.Alarms, alarm => Assert.Empty(alarm.AlarmActions));
    }

    [Fact]
    public void Alarms_ATopicIsGiven_TellIt()
    {
        const string topic = "arn:aws:sns:us-east-1:123456789012:on-call";
        var stack = new StackContext("canary", new AwsAccount())
        {
            Parameters = new Dictionary<string, string> { ["AlarmTopicArn"] = topic },
        };

        var plan = TemplateReader.Read(File.ReadAllText(Tree.Template), stack);

        Assert.Equal(3, plan.Alarms.Count);
        Assert.All(
            plan.Alarms,
            alarm => Assert.Equal((topic, topic), (Assert.Single(alarm.AlarmActions), Assert.Single(alarm.OkActions))));
    }
}
