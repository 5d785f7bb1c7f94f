using System.Text;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests;

/// <summary>The project's own template, deployed to the whole embedded AWS.</summary>
public sealed class LocalAwsTests : IAsyncLifetime
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await LocalAws.StartAsync(_clock);

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public void Deploy_TheTemplate_CreatesWhatItPlanned()
    {
        var plan = _aws.Deploy(Tree);

        Assert.Equal(
            plan.Functions.Select(function => $"{function.Arn}:$LATEST").Order(),
            _aws.Lambda.ListFunctions().Select(function => $"{function.FunctionArn}:{function.Version}").Order());
        var machine = Assert.Single(_aws.StepFunctions.ListStateMachines().Items);
        Assert.Equal((plan.StateMachines[0].Arn, plan.StateMachines[0].Role), (machine.StateMachineArn, machine.RoleArn));
    }

    [Fact]
    public void Deploy_TheTemplate_CreatesItsRulesWithTheirTargets()
    {
        var plan = _aws.Deploy(Tree);

        Assert.NotEmpty(plan.Rules);
        Assert.Equal(
            plan.Rules.Select(rule => (rule.Name, rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled))
                .OrderBy(rule => rule.Name),
            _aws.Events.ListRules().Select(rule => (rule.Name, rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled)));
        Assert.All(plan.Rules, rule => Assert.Equal(rule.Targets, _aws.Events.ListTargetsByRule(rule.Name)));
    }

    [Fact]
    public void Deploy_Again_ReplacesWhatTheFirstLeft()
    {
        var root = Directory.CreateTempSubdirectory("canary-deploy-");
        try
        {
            var tree = new SourceTree(root.FullName, Tree.Configuration, Tree.Framework);
            Write("machine.asl.json", """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""");
            Write("template.yaml", Template("rate(5 minutes)", "Old"));
            var first = _aws.Deploy(tree, codeOf: _ => root.FullName);
            Write("machine.asl.json", """{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}""");
            Write(
                "template.yaml",
                Template("rate(7 minutes)", "New").Replace("Timeout: 5", "Timeout: 9", StringComparison.Ordinal));

            _aws.Deploy(tree, codeOf: _ => root.FullName);

            Assert.Equal(9, Assert.Single(_aws.Lambda.ListFunctions()).Definition.TimeoutSeconds);
            Assert.Contains(
                "\"B\"",
                _aws.StepFunctions.DescribeStateMachine(first.StateMachines[0].Arn).Definition,
                StringComparison.Ordinal);
            var rule = Assert.Single(_aws.Events.ListRules());
            Assert.Equal(("canary-OneNew", "rate(7 minutes)"), (rule.Name, rule.ScheduleExpression));
            Assert.Single(_aws.Events.ListTargetsByRule(rule.Name));
        }
        finally
        {
            root.Delete(recursive: true);
        }

        void Write(string name, string text) => File.WriteAllText(Path.Combine(root.FullName, name), text);
    }

    [Fact]
    public async Task Deploy_ThenInvoke_RunsTheLambdaThatTheTemplateNames()
    {
        var plan = _aws.Deploy(Tree, "stack");
        var input =
            """{"input":{},"execution":"arn:aws:states:us-east-1:123456789012:execution:Canary:x","at":"2026-01-01T00:00:00Z"}""";

        var result = await _aws.Lambda.InvokeAsync(plan.Functions[0].Arn, null, Encoding.UTF8.GetBytes(input));

        Assert.Null(result.FunctionError);
        Assert.Contains("functionName", Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_ThenStartExecution_RunsTheStateMachineOnTheLambdas()
    {
        var plan = _aws.Deploy(Tree);
        var execution = _aws.StepFunctions.StartExecution(
            plan.StateMachines[0].Arn, input: """{"functionName":"nobody","aliasName":"live"}""");

        var ended = await _clock.RunUntilAsync(_aws.StepFunctions.WhenEndedAsync(execution.ExecutionArn));

        Assert.Equal((ExecutionStatus.Failed, "Refused"), (ended.Status, ended.Error));
        Assert.Contains("nobody", ended.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Deploy_AFunctionThatIsNotBuilt_CreatesNothing()
    {
        Assert.Throws<TemplateException>(() => _aws.Deploy(Tree with { Configuration = "Missing" }));

        Assert.Empty(_aws.Lambda.ListFunctions());
    }

    [Fact]
    public async Task StartAsync_APortThatIsTaken_SaysSo() =>
        await Assert.ThrowsAsync<IOException>(() => LocalAws.StartAsync(_clock, _aws.Url.Port));

    private static string Template(string rate, string name) => $$"""
        Transform: AWS::Serverless-2016-10-31
        Resources:
          One:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: dotnet10
              Handler: App
              CodeUri: src/App
              Timeout: 5
              Events:
                {{name}}: { Type: Schedule, Properties: { Schedule: {{rate}} } }
          Machine:
            Type: AWS::Serverless::StateMachine
            Properties:
              DefinitionUri: machine.asl.json
        """;
}
