using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Tests.Deploy;

/// <summary>
/// A template with what people have around their functions: dead letters, destinations, alarms that tell somebody.
/// </summary>
public sealed class AroundTests : IAsyncLifetime
{
    private const string Place = "us-east-1:123456789012";

    private const string Template = """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          TopicArn: { Type: String, Default: "" }
        Conditions:
          OwnTopic: !Equals [!Ref TopicArn, ""]
          OtherTopic: !Not [!Condition OwnTopic]
        Resources:
          Letters:
            Type: AWS::SQS::Queue
            Properties:
              MessageRetentionPeriod: 1209600
              KmsMasterKeyId: alias/aws/sqs
          Mails:
            Type: AWS::SQS::Queue
            Properties:
              QueueName: !Sub ${AWS::StackName}-mails
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt Letters.Arn
                maxReceiveCount: 3
          Topic:
            Type: AWS::SNS::Topic
            Condition: OwnTopic
            Properties:
              DisplayName: Canary
              Subscription:
                - { Protocol: sqs, Endpoint: !GetAtt Mails.Arn }
                - { Protocol: email, Endpoint: me@example.com }
          MailPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties: { Queues: [!Ref Mails], PolicyDocument: {} }
          One:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: provided.al2023
              Handler: app
              CodeUri: app
              Environment:
                Variables:
                  QUEUE: !Ref Mails
              DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Letters.Arn }
              EventInvokeConfig:
                MaximumRetryAttempts: 1
                MaximumEventAgeInSeconds: 900
                DestinationConfig:
                  OnFailure: { Type: SQS, Destination: !GetAtt Letters.Arn }
              Events:
                Ended:
                  Type: EventBridgeRule
                  Properties:
                    Pattern: { source: [aws.states] }
                    DeadLetterConfig: { Arn: !GetAtt Letters.Arn }
                    RetryPolicy: { MaximumRetryAttempts: 4 }
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties:
              AlarmDescription: It broke.
              Namespace: AWS/Lambda
              MetricName: Errors
              Dimensions: [{ Name: FunctionName, Value: !Ref One }]
              Statistic: Sum
              Period: 60
              EvaluationPeriods: 1
              Threshold: 0.5
              ComparisonOperator: GreaterThanThreshold
              TreatMissingData: notBreaching
              AlarmActions:
                - !If [OwnTopic, !Ref Topic, !Ref TopicArn]
              OKActions: !If [OtherTopic, [!Ref TopicArn], !Ref AWS::NoValue]
          Told:
            Type: AWS::Events::Rule
            Properties:
              EventPattern: { source: [shop] }
              Targets:
                - { Id: mails, Arn: !GetAtt Mails.Arn }
        Outputs:
          Topic:
            Condition: OwnTopic
            Value: !Ref Topic
        """;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("canary-around-");
    private LocalAws _aws = null!;

    public ValueTask InitializeAsync()
    {
        _aws = LocalAws.Create(_clock);
        File.WriteAllText(Path.Combine(_root.FullName, "template.yaml"), Template);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Fact]
    public void Deploy_QueuesTopicsAndAlarms_AreThere()
    {
        var plan = Deploy();

        Assert.Equal(
            ["Letters.KmsMasterKeyId", "Topic.email subscription", "MailPolicy (AWS::SQS::QueuePolicy)"], plan.NotEmulated);
        Assert.Equal(["canary-Letters", "canary-mails"], _aws.Sqs.ListQueues().Select(url => url.Split('/')[^1]));
        var mails = _aws.Sqs.GetQueueAttributes("canary-mails");
        Assert.Equal(
            (
                $$"""{"deadLetterTargetArn":"arn:aws:sqs:{{Place}}:canary-Letters","maxReceiveCount":3}""",
                $"arn:aws:sqs:{Place}:canary-mails"),
            (mails["RedrivePolicy"], mails["QueueArn"]));
        Assert.Equal("1209600", _aws.Sqs.GetQueueAttributes("canary-Letters")["MessageRetentionPeriod"]);
        Assert.Equal($"arn:aws:sns:{Place}:canary-Topic", Assert.Single(_aws.Sns.ListTopics()));
        Assert.Equal($"arn:aws:sqs:{Place}:canary-mails", Assert.Single(_aws.Sns.ListSubscriptions()).Endpoint);
        var alarm = Assert.Single(_aws.CloudWatch.Alarms);
        Assert.Equal(
            ("canary-Alarm", $"arn:aws:sns:{Place}:canary-Topic"), (alarm.Name, Assert.Single(alarm.Common.AlarmActions)));
        Assert.Empty(alarm.Common.OkActions);
        Assert.Equal($"arn:aws:sns:{Place}:canary-Topic", Assert.Single(plan.Outputs).Value);
    }

    [Fact]
    public void Deploy_AFunctionWithDeadLetters_HasThemWhereTheTemplateSays()
    {
        Deploy();

        var function = Assert.Single(_aws.Lambda.ListFunctions()).Definition;
        Assert.Equal($"arn:aws:sqs:{Place}:canary-Letters", function.DeadLetterTarget);
        Assert.Equal("https://sqs.us-east-1.amazonaws.com/123456789012/canary-mails", function.Environment["QUEUE"]);
        Assert.Equal(
            new EventInvokeConfig(
                1,
                900,
                null,
                $"arn:aws:sqs:{Place}:canary-Letters"), _aws.Lambda.GetEventInvokeConfig("canary-One", null).Config);
        var target = Assert.Single(_aws.Events.ListTargetsByRule("canary-OneEnded"));
        Assert.Equal(($"arn:aws:sqs:{Place}:canary-Letters", 4), (target.DeadLetterArn, target.MaximumRetryAttempts));
    }

    [Fact]
    public void Deploy_WithAnotherTopic_MakesNoneOfItsOwn()
    {
        const string Other = $"arn:aws:sns:{Place}:other";

        var plan = Deploy(new() { ["TopicArn"] = Other });

        Assert.Empty(plan.Topics);
        Assert.Empty(plan.Outputs);
        var alarm = Assert.Single(_aws.CloudWatch.Alarms).Common;
        Assert.Equal([Other, Other], alarm.AlarmActions.Concat(alarm.OkActions));
    }

    [Fact]
    public void Deploy_Again_KeepsMessagesAndDropsWhatTheTemplateHasNoMore()
    {
        Deploy();
        _aws.Sqs.SendMessage("canary-mails", "kept");
        File.WriteAllText(
            Path.Combine(_root.FullName, "template.yaml"), Template.Replace("Letters:", "Lost:", StringComparison.Ordinal)
                .Replace("Letters.Arn", "Lost.Arn", StringComparison.Ordinal));

        Deploy(new() { ["TopicArn"] = $"arn:aws:sns:{Place}:other" });

        Assert.Equal(["canary-Lost", "canary-mails"], _aws.Sqs.ListQueues().Select(url => url.Split('/')[^1]));
        Assert.Equal("kept", Assert.Single(_aws.Sqs.ReceiveMessages("canary-mails")).Body);
        Assert.Empty(_aws.Sns.ListTopics());
    }

    [Fact]
    public void AlarmAction_OfADeployedAlarm_IsReadFromTheQueueOfItsTopic()
    {
        Deploy();

        _aws.CloudWatch.SetAlarmState("canary-Alarm", "ALARM", "Seen.");

        var envelope = JsonNode.Parse(Assert.Single(_aws.Sqs.ReceiveMessages("canary-mails")).Body)!;
        Assert.Equal(
            ("Notification", "ALARM: \"canary-Alarm\" in US East (N. Virginia)"),
            ((string)envelope["Type"]!, (string)envelope["Subject"]!));
        Assert.Equal(
            """
            {"AlarmName":"canary-Alarm","AlarmDescription":"It broke.","AWSAccountId":"123456789012",
            "AlarmConfigurationUpdatedTimestamp":"2026-01-01T00:00:00.000+0000","NewStateValue":"ALARM","NewStateReason":"Seen.",
            "StateChangeTime":"2026-01-01T00:00:00.000+0000","Region":"US East (N. Virginia)",
            "AlarmArn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:canary-Alarm","OldStateValue":"INSUFFICIENT_DATA",
            "OKActions":[],
            "AlarmActions":["arn:aws:sns:us-east-1:123456789012:canary-Topic"],"InsufficientDataActions":[],
            "Trigger":{"MetricName":"Errors","Namespace":"AWS/Lambda","StatisticType":"Statistic","Statistic":"SUM","Unit":null,
            "Dimensions":[{"value":"canary-One","name":"FunctionName"}],"Period":60,"EvaluationPeriods":1,
            "ComparisonOperator":"GreaterThanThreshold","Threshold":0.5,"TreatMissingData":"notBreaching",
            "EvaluateLowSampleCountPercentile":""}}
            """.ReplaceLineEndings(""),
            (string)envelope["Message"]!);
    }

    [Fact]
    public void Event_OfARuleWithAQueue_IsReadFromTheQueue()
    {
        Deploy();

        _aws.Events.PutEvents([new JsonObject { ["Source"] = "shop", ["DetailType"] = "Order", ["Detail"] = "{\"id\":7}" }]);

        var read = JsonNode.Parse(Assert.Single(_aws.Sqs.ReceiveMessages("canary-mails")).Body)!;
        Assert.Equal(("shop", "Order", 7), ((string)read["source"]!, (string)read["detail-type"]!, (int)read["detail"]!["id"]!));
    }

    private DeploymentPlan Deploy(Dictionary<string, string>? parameters = null)
    {
        File.WriteAllText(Path.Combine(_root.FullName, "bootstrap"), "code");
        return _aws.Deploy(new SourceTree(_root.FullName, "Debug", "net10.0"), "canary", parameters, _ => _root.FullName);
    }
}
