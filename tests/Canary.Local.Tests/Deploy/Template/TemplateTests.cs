using Canary.Local.Deploy.Plan;
using Canary.Local.Deploy.Template;
using Canary.Local.Events.Model;
using static Canary.Local.Tests.Deploy.Template.SmallTemplate;

namespace Canary.Local.Tests.Deploy.Template;

public sealed class TemplateTests
{
    [Fact]
    public void Read_AFunctionThatSaysLittle_GetsLambdasDefaults()
    {
        var function = Assert.Single(TemplateReader.Read(Function, Stack).Functions);

        Assert.Equal("demo-One", function.Name);
        Assert.Equal("arn:aws:lambda:eu-west-1:111122223333:function:demo-One", function.Arn);
        Assert.Equal("arn:aws:iam::111122223333:role/demo-OneRole", function.Role);
        Assert.Equal(("dotnet10", "App", "src/App"), (function.Runtime, function.Handler, function.CodeUri));
        Assert.Equal((3, 128, "x86_64"), (function.TimeoutSeconds, function.MemoryMb, function.Architecture));
        Assert.Empty(function.Environment);
    }

    [Fact]
    public void Read_Globals_AreMergedAsSamDoes()
    {
        var plan = TemplateReader.Read(
            Head + """
            Globals:
              Function:
                Runtime: dotnet10
                Handler: App
                CodeUri: src/App
                Timeout: 20
                Environment:
                  Variables:
                    SHARED: global
                    OVERRIDDEN: global
            Resources:
              One:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 7
                  Environment:
                    Variables:
                      OVERRIDDEN: own
                      OWN: 12
            """,
            Stack);

        var function = Assert.Single(plan.Functions);
        Assert.Equal(7, function.TimeoutSeconds);
        Assert.Equal(
            new Dictionary<string, string> { ["SHARED"] = "global", ["OVERRIDDEN"] = "own", ["OWN"] = "12" },
            function.Environment);
    }

    [Fact]
    public void Read_AStateMachine_KnowsItsFunctionsByArn()
    {
        var plan = TemplateReader.Read(
            Function + """
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: machine.asl.json
                  DefinitionSubstitutions:
                    ByGetAtt: !GetAtt One.Arn
                    ByRef: !Ref One
                    BySub: !Sub "${AWS::Region}/${One}/${One.Arn}/${!Kept}"
                    ByJoin: !Join ["-", [a, !Ref AWS::AccountId, 3]]
            Outputs:
              Machine:
                Description: It.
                Value: !Ref Machine
              Name:
                Value: !GetAtt Machine.Name
            """,
            Stack);

        var machine = Assert.Single(plan.StateMachines);
        Assert.Equal(("Machine", "arn:aws:states:eu-west-1:111122223333:stateMachine:Machine"), (machine.Name, machine.Arn));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["ByGetAtt"] = "arn:aws:lambda:eu-west-1:111122223333:function:demo-One",
                ["ByRef"] = "demo-One",
                ["BySub"] = "eu-west-1/demo-One/arn:aws:lambda:eu-west-1:111122223333:function:demo-One/${Kept}",
                ["ByJoin"] = "a-111122223333-3",
            },
            machine.Substitutions);
        Assert.Equal([new PlannedOutput("Machine", "It.", machine.Arn), new PlannedOutput("Name", "", "Machine")], plan.Outputs);
    }

    [Fact]
    public void Read_LogsAndPermissions_AreListedAsNotEmulated()
    {
        var plan = TemplateReader.Read(
            Function + """
                  Policies: []
                  Tracing: Active
              Logs:
                Type: AWS::Logs::LogGroup
                Properties:
                  LogGroupName: !Sub /x/${AWS::StackName}
            """.ReplaceLineEndings("\n"),
            Stack);

        Assert.Equal(["One.Tracing", "One.Policies", "Logs (AWS::Logs::LogGroup)"], plan.NotEmulated);
    }

    [Fact]
    public void Read_EventsOfAFunction_BecomeRulesAsSamMakesThem()
    {
        var plan = TemplateReader.Read(
            Function + """
                  Events:
                    Ended:
                      Type: EventBridgeRule
                      Properties:
                        Pattern:
                          source: [aws.states]
                          detail:
                            stateMachineArn: [!Ref Machine, !GetAtt Machine.Arn, !Sub "${Machine}", !Sub "${Machine.Name}"]
                            attempt: [{ numeric: [">", 1] }]
                    Sweep:
                      Type: Schedule
                      Properties:
                        Schedule: rate(5 minutes)
                        Name: sweep
                        Description: Sweeps.
                        Enabled: false
                        Input: '{"all":true}'
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: machine.asl.json
            """,
            Stack);

        const string One = "arn:aws:lambda:eu-west-1:111122223333:function:demo-One";
        const string Machine = "arn:aws:states:eu-west-1:111122223333:stateMachine:Machine";
        var pattern = $$$"""
            {"source":["aws.states"],"detail":{"stateMachineArn":["{{{Machine}}}","{{{Machine}}}","{{{Machine}}}","Machine"],
            "attempt":[{"numeric":[">",1]}]}}
            """.ReplaceLineEndings("");
        Assert.Equal(
            [
                new PlannedRule("OneEnded", "demo-OneEnded", pattern, null, true, null, []),
                new PlannedRule("OneSweep", "sweep", null, "rate(5 minutes)", false, "Sweeps.", []),
            ],
            plan.Rules.Select(rule => rule with { Targets = [] }));
        Assert.Equal(
            [new RuleTarget("OneEndedLambdaTarget", One), new RuleTarget("OneSweepLambdaTarget", One, """{"all":true}""")],
            plan.Rules.SelectMany(rule => rule.Targets));
        Assert.Empty(plan.NotEmulated);
    }
}
