using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Events.Model;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Tests.Lambda;

namespace Canary.Local.Tests.Deploy;

/// <summary>What goes from one service to another by way of a function, in the documents that AWS was recorded to send.</summary>
public sealed class AroundFunctionTests : IAsyncDisposable
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:told";

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-told-");
    private readonly ScriptedEnvironments _environments = new();
    private readonly List<JsonNode> _got = [];
    private readonly LocalAws _aws;

    public AroundFunctionTests()
    {
        File.WriteAllText(Path.Combine(_code.FullName, "bootstrap"), "code");
        _environments.Behaviour = (_, invocation) =>
        {
            _got.Add(JsonNode.Parse(Encoding.UTF8.GetString(invocation.Payload.Span))!);
            return Task.FromResult<Local.Lambda.Environments.EnvironmentAnswer?>(ScriptedEnvironments.Say("{\"done\":true}"));
        };
        _aws = LocalAws.Create(_clock, new LocalAwsOptions { Lambda = new LambdaOptions { Environments = _environments } });
        _aws.Lambda.CreateFunction(
            new FunctionDefinition("told", "provided.al2023", "any", _code.FullName) { Role = LambdaFixture.Role });
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _code.Delete(recursive: true);
    }

    [Fact]
    public async Task AlarmAction_OfAFunction_IsTheEventThatAwsSends()
    {
        _aws.CloudWatch.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = "errors",
            Description = "It broke.",
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
            AlarmActions = [Function],
        });

        _aws.CloudWatch.SetAlarmState("errors", "ALARM", "testing alarm");
        await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(1));

        var told = Assert.Single(_got).AsObject();
        Assert.Equal(["source", "alarmArn", "accountId", "time", "region", "alarmData"], told.Select(member => member.Key));
        Assert.Equal(
            ("aws.cloudwatch", "errors", "ALARM", "INSUFFICIENT_DATA", "It broke."),
            ((string)told["source"]!, (string)told["alarmData"]!["alarmName"]!, (string)told["alarmData"]!["state"]!["value"]!,
                (string)told["alarmData"]!["previousState"]!["value"]!,
                (string)told["alarmData"]!["configuration"]!["description"]!));
    }

    [Fact]
    public async Task Destination_OfTheDefaultBus_IsAnEventThatRulesSee()
    {
        _aws.Sqs.CreateQueue("seen");
        _aws.Events.PutRule("results", """{"source":["lambda"]}""");
        _aws.Events.PutTargets("results", new RuleTarget("q", "arn:aws:sqs:us-east-1:123456789012:seen"));
        const string Bus = "arn:aws:events:us-east-1:123456789012:event-bus/default";
        _aws.Lambda.PutEventInvokeConfig("told", null, new EventInvokeConfig(OnSuccess: Bus));

        _aws.Lambda.InvokeLater("told", null, """{"order":7}"""u8.ToArray());
        await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(1));

        var seen = JsonNode.Parse(Assert.Single(_aws.Sqs.ReceiveMessages("seen")).Body)!;
        Assert.Equal("Lambda Function Invocation Result - Success", (string)seen["detail-type"]!);
        Assert.Equal([Bus, $"{Function}:$LATEST"], seen["resources"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(
            (7, true), ((int)seen["detail"]!["requestPayload"]!["order"]!, (bool)seen["detail"]!["responsePayload"]!["done"]!));
    }
}
