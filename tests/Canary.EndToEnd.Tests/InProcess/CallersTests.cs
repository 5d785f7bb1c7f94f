using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>What docs/callers.md says of those who call an alias: queues, asynchronous events, reserved concurrency.</summary>
public sealed class CallersTests : IAsyncDisposable
{
    private const string Half = """ "steps": [{ "weight": 50, "bakeSeconds": 600 }], "analysis": { "latency": false } """;
    private const string Minute = """ "steps": [{ "weight": 10, "bakeSeconds": 60 }] """;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
    private readonly InProcessCanary _canary;
    private readonly string _queue;
    private readonly List<string> _sent = [];
    private readonly List<(string Version, string What)> _failed = [];
    private readonly List<(string Version, string What)> _done = [];
    private string _bad = "2";

    public CallersTests()
    {
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions
        {
            Jitter = new Random(1),
            Lambda = new LambdaOptions { Random = new Random(1) },
        });
        _canary.AddFunction("orders", "live");
        _queue = _canary.Aws.Sqs.CreateQueue("orders");
        _canary.Lambdas.Others = Work;
    }

    [Fact]
    public async Task Queue_WhoseMessagesTheNewVersionFails_LosesNoneAndIsRolledBack()
    {
        Map(batch: 1);

        var rollout = await RunAsync(Half, SendMessage);
        // What the new version failed last shows again after 30 s, and the old one does it.
        await PassAsync(60);

        Assert.Equal(Outcome.RolledBack, rollout.Outcome);
        Assert.NotEmpty(_failed);
        Assert.All(_done, one => Assert.Equal("1", one.Version));
        Assert.Equal(_sent, _done.Select(one => one.What).OrderBy(int.Parse));
    }

    [Fact]
    public async Task Window_LongerThanTheStep_IsWarnedOfAndGivesTheNewVersionNoBatch()
    {
        _bad = "";
        Map(batch: 1_000, window: 120);

        Assert.Contains(
            "Lambda gathers records of the queue orders for up to 120 s, and step 1 bakes for 60 s at 10 %: "
            + "the new version may get no batch in it.",
            Assert.Single(Warnings(await AskAsync(Minute)), IsOfQueue),
            StringComparison.Ordinal);

        var rollout = await RunAsync(Minute, SendMessage);

        Assert.Equal(Outcome.Promoted, rollout.Outcome);
        Assert.DoesNotContain(_done, one => one.Version == "2");
    }

    [Fact]
    public async Task Items_ThatMayBeGivenBack_AreWarnedOfOnlyWhereSomebodyAsks()
    {
        Map(batch: 1, types: ["ReportBatchItemFailures"]);

        Assert.StartsWith(
            "The function may give back single items of the queue orders in batchItemFailures",
            Assert.Single(Warnings(await AskAsync(Minute)), IsOfQueue),
            StringComparison.Ordinal);
        Assert.DoesNotContain((await RunAsync(Minute, _ => { })).Warnings ?? [], IsOfQueue);
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.AccessDenied)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.LostResponse)]
    public async Task Mappings_OfWhichAwsDoesNotTell_FailNoPlan(FaultKind kind)
    {
        _canary.Aws.Faults.Add(new Fault("lambda", "ListEventSourceMappings", kind));

        var plan = await AskAsync(Minute);

        Assert.Equal("InProgress", (string?)plan["outcome"]);
        Assert.Single(Warnings(plan), text => text.StartsWith("AWS did not tell which queues", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_ThatTheNewVersionFails_IsTriedAgainByEither()
    {
        var rollout = await RunAsync(Half, i => SendEvent($"{i}"));
        await PassAsync(300);

        Assert.Equal(Outcome.RolledBack, rollout.Outcome);
        var again = _failed.Select(one => one.What).Intersect(_done.Select(one => one.What)).ToList();
        Assert.NotEmpty(again);
        // Whoever was unlucky three times is lost.
        var lost = _sent.Except(_done.Select(one => one.What)).ToList();
        Assert.All(lost, what => Assert.Equal(3, _failed.Count(one => one.What == what)));
        Assert.InRange(lost.Count, 0, again.Count);
    }

    [Fact]
    public async Task Reserved_AllOfItProvisionedForTheLiveVersion_IsWarnedOfAndRollsBack()
    {
        _bad = "";
        _canary.Aws.Lambda.PutFunctionConcurrency("orders", 5);
        _canary.Aws.Lambda.PutProvisionedConcurrency("orders", "1", 5);
        await PassAsync(600);

        var rollout = await RunAsync(Half, i => Call($"{i}"));

        Assert.Equal(Outcome.RolledBack, rollout.Outcome);
        Assert.Contains(
            "The function's reserved concurrency, 5, is all provisioned, and none of it for the new version: "
            + "Lambda throttles its whole share. Reserve more, or provision less.", rollout.Warnings!);
        Assert.DoesNotContain(_done, one => one.Version == "2");
        Assert.NotEmpty(_done);
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private EnvironmentAnswer Work(EnvironmentSpec spec, ReadOnlyMemory<byte> payload)
    {
        var given = JsonNode.Parse(payload.Span)!;
        var records = given["Records"]?.AsArray().Select(record => (string)record!["body"]!) ?? [(string)given["number"]!];
        var failed = spec.Version == _bad;
        lock (_sent) (failed ? _failed : _done).AddRange(records.Select(what => (spec.Version, what)));
        return new("{}"u8.ToArray(), failed, "", TimeSpan.Zero);
    }

    private void Map(int batch, int window = 0, IReadOnlyList<string>? types = null) =>
        _canary.Aws.Lambda.CreateEventSourceMapping(
            _canary.Aws.Sqs.GetQueueAttributes(_queue)["QueueArn"], new EventSourceUpdate("orders:live", batch, window, types));

    private void SendMessage(int number)
    {
        _sent.Add($"{number}");
        _canary.Aws.Sqs.SendMessage(_queue, $"{number}");
    }

    private void SendEvent(string number)
    {
        _sent.Add(number);
        _canary.Aws.Lambda.InvokeLater("orders", "live", Encoding.UTF8.GetBytes($$"""{ "number": "{{number}}" }"""));
    }

    private void Call(string number) => _ = _canary.Aws.Lambda.InvokeAsync(
        "orders", "live", Encoding.UTF8.GetBytes($$"""{ "number": "{{number}}" }"""), CancellationToken.None);

    private static string Input(string more) => $$"""{ "functionName": "orders", "aliasName": "live", {{more}} }""";

    private async Task<JsonObject> AskAsync(string more)
    {
        var question = $$"""
            { "input": {{Input(more)}}, "at": "2026-01-01T09:00:07Z",
              "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:asked" }
            """;
        var answer = _canary.Aws.Lambda.InvokeAsync(
            "canary-PlanRollout", null, Encoding.UTF8.GetBytes(question), CancellationToken.None);
        await _clock.RunUntilAsync(answer);
        return JsonNode.Parse((await answer).Payload.Span)!.AsObject();
    }

    private static IEnumerable<string> Warnings(JsonObject plan) => plan["warnings"]!.AsArray().Select(text => (string)text!);

    private static bool IsOfQueue(string text) => text.Contains("the queue orders", StringComparison.Ordinal);

    // Two a second until it ends.
    private async Task<Rollout> RunAsync(string more, Action<int> send)
    {
        var execution = _canary.Aws.StepFunctions.StartExecution(_canary.StateMachine, null, Input(more)).ExecutionArn;
        var end = _canary.Aws.StepFunctions.WhenEndedAsync(execution);
        for (var number = 0; !end.IsCompleted; number++)
        {
            send(number);
            await _clock.RunUntilAsync(_clock.GetUtcNow().AddMilliseconds(500));
        }
        var ended = await end;
        return JsonSerializer.Deserialize((ended.Output ?? ended.Cause)!, CanaryJson.Relaxed.Rollout)!;
    }

    private Task PassAsync(int seconds) => _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(seconds));
}
