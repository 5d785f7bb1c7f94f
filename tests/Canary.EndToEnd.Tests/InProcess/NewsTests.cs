using System.Text;
using System.Text.Json.Nodes;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Faults;
using Canary.Local.Wire;
using Canary.Tests.Schema;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>What rollouts tell on the bus: each its story, in order, whatever comes of it.</summary>
public sealed class NewsTests : IAsyncDisposable
{
    private const string Function = "orders";
    private const string TwoSteps = """[{ "weight": 10, "bakeSeconds": 120 }, { "weight": 50, "bakeSeconds": 120 }]""";

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly InProcessCanary _canary;
    private readonly Listener _bus;
    private string _execution = "";

    public NewsTests()
    {
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions { Jitter = new Random(1) });
        _canary.AddFunction(Function, "live");
        _canary.AddAlarm(Function);
        _bus = Listener.ToTheBus(_canary.Aws);
    }

    [Fact]
    public async Task Promotion_TellsEachStepAndTheEnd()
    {
        Start(more: """, "by": "alice", "reason": "new checkout" """);

        Assert.Equal(
            [
                "1 Started: orders:live goes from version 1 to version 2, with 10 %, 50 % and then all of the traffic. "
                    + "alice has started it: new checkout. [canary abort orders:live]",
                "2 Shifted: Version 2 has 10 % of the traffic of orders:live now: step 1 of 3, for 120 s. "
                    + "[canary abort orders:live]",
                "3 Shifted: Version 2 has 50 % of the traffic of orders:live now: step 2 of 3, for 120 s. "
                    + "[canary abort orders:live]",
                "4 Promoted: Promoted orders:live to version 2, with all traffic (version 1 before). [canary undo orders:live]",
            ],
            await EndAsync());
    }

    [Fact]
    public async Task Promotion_WithABakeAfterIt_TellsTheWholeTrafficBeforeTheEnd()
    {
        Start("""[{ "weight": 10, "bakeSeconds": 60 }]""", """, "bakeAfterPromotionSeconds": 60 """);

        var told = await EndAsync();

        Assert.Equal(["Started", "Shifted", "Shifted", "Promoted"], told.Select(KindOf));
        Assert.Equal(
            "3 Shifted: Version 2 has all traffic of orders:live now. The rollout goes on watching it. "
                + "[canary abort orders:live]",
            told[2]);
    }

    [Fact]
    public async Task Alarm_TellsTheRollback()
    {
        Start("""[{ "weight": 10, "bakeSeconds": 600 }]""");
        await PassAsync(60);
        _canary.PutFailures(Function, 5);

        var told = await EndAsync();

        Assert.Equal(["Started", "Shifted", "RolledBack"], told.Select(KindOf));
        Assert.StartsWith(
            "3 RolledBack: Rolled back orders:live to version 1 (version 2 rejected): "
                + "step 1 of 2 at 10 %: alarm orders is in ALARM",
            told[2],
            StringComparison.Ordinal);
        Assert.EndsWith("[canary show release]", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_OfPeople_AreToldWithWhoSaidThem()
    {
        Start("""[{ "weight": 10, "bakeSeconds": 180, "approvalSeconds": 3600 }, { "weight": 50, "bakeSeconds": 180 }]""");
        await PassAsync(20);
        await SayAsync("pause", "alice");
        await SayAsync("resume", "bob");
        await PassAsync(120);
        await SayAsync("approve", "carol", "canary-Approve");
        await SayAsync("abort", "dave");

        var whole = await EndOfAllAsync();

        Assert.Equal(
            [
                "Started", "Shifted 1 10", "Paused 1 10 alice", "Resumed 1 10 bob", "ApprovalRequested 1 10",
                "Shifted 2 50 carol", "RolledBack 2 0 dave",
            ],
            whole.Select(one => string.Join(' ', new[]
            {
                KindOf(one), $"{one["step"]}", one["step"] is null ? "" : $"{one["weight"]}", $"{one["who"]}",
            }.Where(part => part.Length > 0))));
        Assert.Equal(
            ["canary resume orders:live", "canary approve orders:live"],
            whole.Where(one => one["expiresAt"] is not null).Select(one => (string?)one["command"]));
    }

    [Fact]
    public async Task Refusal_IsAllThereIsToTell()
    {
        Start("""[{ "weight": 10, "bakeSeconds": -1 }]""");

        Assert.StartsWith(
            "1 Refused: Refused: orders:live stays at version 1", Assert.Single(await EndAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ThatIsOnlyAskedFor_TellsNobody()
    {
        var asked = _canary.Aws.Lambda.InvokeAsync("canary-PlanRollout", null, Encoding.UTF8.GetBytes($$"""
            { "input": {}, "execution": "{{_canary.StateMachine}}:plan", "at": "2026-01-01T09:00:00.000Z" }
            """));
        await _clock.RunUntilAsync(asked);

        Assert.Contains("Refused", Encoding.UTF8.GetString((await asked).Payload.Span), StringComparison.Ordinal);
        Assert.Empty(_bus.Hear());
    }

    [Fact]
    public async Task NothingToDo_TellsNothing()
    {
        Start(more: """, "targetVersion": "1" """);

        Assert.Empty(await EndAsync());
    }

    [Fact]
    public async Task Stop_IsToldByWhoRestores()
    {
        Start();
        await PassAsync(60);
        _canary.Aws.StepFunctions.StopExecution(_execution, "BadRelease", "checkout fails");
        await PassAsync(600);

        var told = Told();

        Assert.Equal(["Started", "Shifted", "AliasRestored"], told.Select(KindOf));
        Assert.Equal("checkout fails", (string?)told[2]["cause"]);
    }

    /// <summary>The Lambda does its work a second time, and tells it a second time.</summary>
    [Fact]
    public async Task Retry_AfterAnAnswerThatWasLost_TellsTheSameIdAgain()
    {
        _canary.Aws.Faults.Add(
            new Fault(ApiCall.Function, "canary-ShiftWeightFunction", FaultKind.CrashAfter) { Times = 1 });
        Start();

        var told = await EndOfAllAsync();

        Assert.Equal(["Started", "Shifted", "Shifted", "Shifted", "Promoted"], told.Select(KindOf));
        Assert.Equal((string?)told[1]["id"], (string?)told[2]["id"]);
        Assert.Equal(4, told.Select(one => (string?)one["id"]).Distinct().Count());
    }

    /// <summary>The metrics of the end: nothing else is needed for the dashboard.</summary>
    [Fact]
    public async Task End_AddsToTheMetrics()
    {
        Start();
        await EndAsync();

        Assert.Equal(1, Sum("Rollouts"));
        Assert.InRange(Sum("Duration"), 240, 250);
        Assert.Equal((0, 0), (Sum("ChecksThrottled"), Sum("ApprovalsWaitedFor")));

        double Sum(string name) => _canary.Aws.CloudWatch.GetMetricData(
            [new MetricStatQuery("m", new("Canary", name, [new("Function", Function), new("Outcome", "Promoted")]), "Sum", 60)],
            new(_clock.GetUtcNow().AddHours(-1), _clock.GetUtcNow().AddMinutes(1)))[0].Points.Sum(point => point.Value);
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private static string KindOf(JsonNode detail) => ((string)detail["id"]!).Split('/')[^1];

    private static string KindOf(string told) => told.Split(' ')[1].TrimEnd(':');

    private void Start(string steps = TwoSteps, string more = "") =>
        _execution = _canary.Aws.StepFunctions.StartExecution(_canary.StateMachine, "release", $$"""
            { "functionName": "{{Function}}", "aliasName": "live", "alarms": ["{{Function}}"], "steps": {{steps}}{{more}} }
            """).ExecutionArn;

    private Task PassAsync(int seconds) => _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(seconds));

    private async Task SayAsync(string word, string by, string function = "canary-Control")
    {
        var input = $$"""{ "function": "{{Function}}", "alias": "live", "word": "{{word}}", "by": "{{by}}" }""";
        await _clock.RunUntilAsync(_canary.Aws.Lambda.InvokeAsync(function, null, Encoding.UTF8.GetBytes(input)));
        await PassAsync(65);
    }

    private async Task<List<string>> EndAsync() =>
        [.. (await EndOfAllAsync()).Select(one => $"{one["number"]} {KindOf(one)}: {one["text"]} [{one["command"]}]")];

    private async Task<List<JsonNode>> EndOfAllAsync()
    {
        await _clock.RunUntilAsync(_canary.Aws.StepFunctions.WhenEndedAsync(_execution));
        await PassAsync(1);
        return Told();
    }

    private List<JsonNode> Told()
    {
        var heard = _bus.HearJson();
        Assert.All(heard, one => Assert.True(SchemaFile.Event.Accepts(one.ToJsonString()), one.ToJsonString()));
        return [.. heard.Select(one => one["detail"]!)];
    }
}
