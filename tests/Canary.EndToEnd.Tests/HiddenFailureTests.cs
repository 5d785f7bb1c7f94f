using System.Text.Json;
using Canary.EndToEnd.Tests.Stage;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Lambda.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>New versions that fail every request, and of which Lambda counts no error: the recipes of docs/errors.md.</summary>
[Collection(nameof(Laptop))]
public class HiddenFailureTests(Laptop laptop)
{
    // The minute after the shift is left out, and the next one is judged when it is three minutes old.
    private const string Half = """ "steps": [{ "weight": 50, "bakeSeconds": 480 }], "checkIntervalSeconds": 10 """;
    private const string Tenth = """ "steps": [{ "weight": 10, "bakeSeconds": 480 }], "checkIntervalSeconds": 10 """;

    [Fact]
    public async Task HttpAnswers_OfStatus500_AreSuccessesToLambda()
    {
        var target = await laptop.NewTargetAsync(errorRate: "1", failsAs: "http");

        var ending = await RunAsync(target, Half, enough => target.CallAsync(2, enough));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
    }

    [Fact]
    public async Task HttpAnswers_OfStatus500WithThePreset_RollBack()
    {
        var target = await laptop.NewTargetAsync(errorRate: "1", failsAs: "http");

        var ending = await RunAsync(target, With("http-5xx"), enough => target.CallAsync(2, enough));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Matches(Counted("HTTP 5xx answers"), ending.Rollout.Reason);
    }

    [Fact]
    public async Task HttpAnswers_OfStatus500FromBothVersionsWithThePreset_AreNotBlamedOnTheCandidate()
    {
        var target = await laptop.NewTargetAsync(errorRate: "0.2", failsAs: "http", stableErrorRate: "0.2");

        var ending = await RunAsync(target, With("http-5xx"), enough => target.CallAsync(2, enough));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
    }

    [Fact]
    public async Task BatchItemFailures_OfAllMessagesWithThePreset_RollBack()
    {
        var target = await laptop.NewTargetAsync(errorRate: "1", failsAs: "batch");
        var queue = laptop.Aws.Sqs.CreateQueue(target.Name);
        laptop.Aws.Lambda.CreateEventSourceMapping(
            laptop.Aws.Sqs.GetQueueAttributes(queue)["QueueArn"],
            new EventSourceUpdate($"{target.Name}:live", FunctionResponseTypes: ["ReportBatchItemFailures"]));

        var ending = await RunAsync(
            target, With("batch-item-failures"), enough => EachSecondAsync(enough, () =>
            {
                for (var i = 0; i < 2; i++) laptop.Aws.Sqs.SendMessage(queue, "{}");
                return Task.CompletedTask;
            }));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Matches(Counted("batches with failed items"), ending.Rollout.Reason);
    }

    [Theory]
    [InlineData("orders-api-5xx", "AWS/ApiGateway", "5XXError")]
    [InlineData("orders-url-5xx", "AWS/Lambda", "Url5xxCount")]
    public async Task HttpAnswers_OfStatus500WithTheAlarmOfThePage_RollBack(
        string alarm, string metricNamespace, string metric)
    {
        var target = await laptop.NewTargetAsync(errorRate: "1", failsAs: "http");
        var put = DocumentedAlarm.Read("docs/errors.md", alarm, target.Name);
        Assert.Equal((metricNamespace, metric), (put.Namespace, put.MetricName));
        await laptop.CloudWatch.PutMetricAlarmAsync(put);
        var identity = new MetricIdentity(
            metricNamespace, metric, put.Dimensions.Select(one => KeyValuePair.Create(one.Name, one.Value)));

        var ending = await RunAsync(
            target, $$""" {{Tenth}}, "alarms": ["{{put.AlarmName}}"] """, enough => EachSecondAsync(enough, async () =>
            {
                for (var i = 0; i < 5; i++) await AnswerAsync(target, identity);
            }));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Contains($"alarm {put.AlarmName} is in ALARM", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DurableFunction_IsWarnedOfInThePlan()
    {
        var target = await laptop.NewTargetAsync();
        laptop.Aws.Lambda.UpdateFunctionConfiguration(target.Name, definition => definition with { IsDurable = true });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Single(
            ending.Rollout.Warnings!, text => text.StartsWith("$LATEST is a durable function.", StringComparison.Ordinal));
    }

    private static string Counted(string name) => $"candidate .* of .* requests counted as {name}, stable 0 .*of ";

    private static string With(string preset) =>
        $$""" {{Half}}, "analysis": { "latency": false, "metrics": [{ "preset": "{{preset}}" }] } """;

    // API Gateway's part, or the function URL's: it calls the alias, and counts answers with a status of 500 or more.
    private async Task AnswerAsync(Target target, MetricIdentity metric)
    {
        var result = await laptop.Aws.Lambda.InvokeAsync(target.Name, "live", "{}"u8.ToArray());
        using var answer = JsonDocument.Parse(result.Payload);
        var failed = answer.RootElement.GetProperty("statusCode").GetInt32() >= 500;
        laptop.Aws.CloudWatch.Metrics.Put(
            metric.Namespace, metric.Name, metric.Dimensions, laptop.Clock.GetUtcNow(), failed ? 1 : 0, "Count");
    }

    private async Task EachSecondAsync(Task enough, Func<Task> act)
    {
        var hold = laptop.Clock.Hold();
        while (!enough.IsCompleted)
        {
            await act();
            var next = laptop.Clock.WaitUntilAsync(laptop.Clock.GetUtcNow().AddSeconds(1));
            hold.Dispose();
            hold = await next;
        }
        hold.Dispose();
    }

    private async Task<Ending> RunAsync(Target target, string more, Func<Task, Task> traffic)
    {
        var execution = await laptop.StartAsync(target.Input(more));
        var users = traffic(laptop.Aws.StepFunctions.WhenEndedAsync(execution));
        var ending = await laptop.EndAsync(execution);
        await laptop.Clock.RunUntilAsync(users);
        return ending;
    }
}
