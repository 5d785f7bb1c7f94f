using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Tests.Deploy;

/// <summary>Functions and a state machine with AutoPublishAlias, deployed again and again.</summary>
public sealed class PublishedTests : IAsyncLifetime
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:canary";
    private const string One = "arn:aws:lambda:us-east-1:123456789012:function:canary-One";

    private const string Template = """
        Transform: AWS::Serverless-2016-10-31
        Globals:
          Function:
            AutoPublishAliasAllProperties: true
        Resources:
          One:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: provided.al2023
              Handler: app
              CodeUri: app
              Description: one
              AutoPublishAlias: live
          Plain:
            Type: AWS::Serverless::Function
            Properties: { Runtime: provided.al2023, Handler: app, CodeUri: app }
          Machine:
            Type: AWS::Serverless::StateMachine
            Properties:
              Name: !Ref AWS::StackName
              DefinitionUri: machine.json
              DefinitionSubstitutions: { OneArn: !Ref One.Version }
              AutoPublishAlias: live
              DeploymentPreference: { Type: CANARY, Percentage: 20, Interval: 15 }
        Outputs:
          Both:
            Value: !Sub ${One.Version} ${One.Alias}
        """;

    private const string Definition = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
        "Parameters":{"FunctionName":"${OneArn}"},"End":true}}}
        """;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("canary-published-");
    private LocalAws _aws = null!;

    public ValueTask InitializeAsync()
    {
        _aws = LocalAws.Create(_clock);
        File.WriteAllText(Path.Combine(_root.FullName, "machine.json"), Definition);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Fact]
    public void Deploy_TheFirstTime_PublishesBothAndHasTheirAliasesLeadThere()
    {
        var plan = Deploy();

        Assert.Contains("Machine.DeploymentPreference", plan.NotEmulated);
        Assert.Equal("1", _aws.Lambda.GetAlias("canary-One", "live").FunctionVersion);
        Assert.Empty(_aws.Lambda.ListAliases("canary-Plain"));
        Assert.Equal($"{Machine}:live", Assert.Single(plan.StateMachines).StartArn);
        Assert.Equal(
            [new($"{Machine}:1", 100)], _aws.StepFunctions.DescribeStateMachineAlias($"{Machine}:live").Routes);
        Assert.Contains($"{One}:1", DefinitionOf("1"), StringComparison.Ordinal);
        Assert.Equal($"{One}:1 {One}:live", Assert.Single(plan.Outputs).Value);
    }

    [Fact]
    public void Deploy_TheSameAgain_PublishesNothing()
    {
        Deploy();
        Deploy();

        Assert.Equal(["$LATEST", "1"], _aws.Lambda.ListVersionsByFunction("canary-One").Select(version => version.Version));
        Assert.Single(_aws.StepFunctions.ListStateMachineVersions(Machine).Items);
    }

    [Fact]
    public void Deploy_AChange_PublishesItAndKeepsWhatRuns()
    {
        Deploy();

        var plan = Deploy("Description: one", "Description: two");

        Assert.Equal("2", _aws.Lambda.GetAlias("canary-One", "live").FunctionVersion);
        Assert.Equal("one", _aws.Lambda.GetFunctionConfiguration("canary-One", "1").Definition.Description);
        Assert.Equal(
            [new($"{Machine}:2", 100)], _aws.StepFunctions.DescribeStateMachineAlias($"{Machine}:live").Routes);
        Assert.Contains($"{One}:1", DefinitionOf("1"), StringComparison.Ordinal);
        Assert.Contains($"{One}:2", DefinitionOf("2"), StringComparison.Ordinal);
        Assert.Equal($"{One}:2 {One}:live", Assert.Single(plan.Outputs).Value);
    }

    [Fact]
    public void Deploy_WithoutAllProperties_PublishesWhatChangesTheCodeOrItsSurroundings()
    {
        Deploy("AutoPublishAliasAllProperties: true", "AutoPublishAliasAllProperties: false");

        var template = Template.Replace("Properties: true", "Properties: false", StringComparison.Ordinal);
        DeployText(template.Replace("Description: one", "Description: two", StringComparison.Ordinal));
        Assert.Equal("1", _aws.Lambda.GetAlias("canary-One", "live").FunctionVersion);

        DeployText(template.Replace("Description: one", "MemorySize: 256", StringComparison.Ordinal));
        Assert.Equal("2", _aws.Lambda.GetAlias("canary-One", "live").FunctionVersion);
    }

    [Fact]
    public void Deploy_TheVersionOfWhatIsNotPublished_IsRefused()
    {
        var refusal = Assert.Throws<TemplateException>(() => Deploy("!Ref One.Version", "!Ref Plain.Version"));

        Assert.Equal("Ref 'Plain.Version': the template has no parameter and no resource of this name.", refusal.Message);
        Assert.Throws<TemplateException>(() => Deploy("!Ref One.Version", "!Ref Machine.Alias"));
    }

    private string DefinitionOf(string version) =>
        _aws.StepFunctions.DescribeStateMachine($"{Machine}:{version}").Definition;

    private DeploymentPlan Deploy(string was = "", string now = "") =>
        DeployText(was.Length == 0 ? Template : Template.Replace(was, now, StringComparison.Ordinal));

    private DeploymentPlan DeployText(string template)
    {
        File.WriteAllText(Path.Combine(_root.FullName, "template.yaml"), template);
        var tree = new SourceTree(_root.FullName, "Debug", "net10.0");
        return _aws.Deploy(tree, "canary", codeOf: _ => _root.CreateSubdirectory("code").FullName);
    }
}
