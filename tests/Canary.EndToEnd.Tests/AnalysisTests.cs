using Amazon.CloudWatch.Model;
using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Local.Faults;
using Canary.Local.Wire;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.EndToEnd.Tests;

/// <summary>
/// Whole rollouts whose candidate is compared with the stable version, by what CloudWatch tells of real invocations.
/// </summary>
[Collection(nameof(Laptop))]
public class AnalysisTests(Laptop laptop)
{
    private const string Half = """ "steps": [{ "weight": 50, "bakeSeconds": 240 }], "checkIntervalSeconds": 10 """;

    [Fact]
    public async Task Analysis_TheCandidateFailsMore_RollsBackOnceAMinuteIsWholeAndSaysHowUnlikelyThatIs()
    {
        var target = await laptop.NewTargetAsync(errorRate: "0.2");
        // What a whole minute is shows in the minutes before.
        // Of so many, chance alone makes no minute look as if a part of it were missing.
        await laptop.Clock.RunUntilAsync(target.CallAsync(20, LaterAsync(TimeSpan.FromMinutes(6))));

        var ending = await RunAsync(target, Half, perSecond: 20);

        Assert.Equal(
            (ExecutionStatus.FAILED, "RolledBack", "1"),
            (ending.Execution.Status, ending.Execution.Error, await target.AliasAsync()));
        Assert.Matches("candidate .* of .* requests failed, stable 0 .*of .*; .*1 in .* by chance", ending.Rollout.Reason);
        // The first minute of the metrics that both share has to end.
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 10, 130);
        Assert.True(ending.Rollout.Internal.Analysis!.Latest is { Health: HealthState.Unhealthy, Evidence: >= 1 });
    }

    [Fact]
    public async Task Analysis_AnOutageOfBothVersions_IsNotBlamedOnTheCandidate()
    {
        var target = await laptop.NewTargetAsync();
        var half = new Fault(ApiCall.Function, target.Name, FaultKind.UnknownError) { Probability = .5, Random = new Random(4) };
        using var outage = laptop.Aws.Faults.Add(half);

        var ending = await RunAsync(target, Half, perSecond: 5);

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Matches("candidate .* of .* requests failed, stable .* of ", ending.Rollout.Internal.Analysis!.Latest!.Reason);
    }

    [Theory]
    [InlineData("Errors", 1)]
    [InlineData("Invocations", 1)]
    [InlineData("Errors", 2)]
    public async Task Analysis_MetricsOfOneVersionAreLateInAnOutageOfBoth_IsNotBlamedOnTheCandidate(string metric, int version)
    {
        var target = await laptop.NewTargetAsync();
        var half = new Fault(ApiCall.Function, target.Name, FaultKind.UnknownError) { Probability = .5, Random = new Random(4) };
        var late = new Fault(ApiCall.Metric, metric, FaultKind.Late)
        {
            Resource = $"{target.Name}:live:{version}",
            Delay = TimeSpan.FromSeconds(150),
        };
        using var outage = laptop.Aws.Faults.Add(half);
        using var delay = laptop.Aws.Faults.Add(late);

        var ending = await RunAsync(target, Half, perSecond: 5);

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
    }

    [Fact]
    public async Task Analysis_SlowerThanBefore_RollsBack()
    {
        var target = await laptop.NewTargetAsync(latencyMilliseconds: "60");
        // What is slow is what was slow before, so there must be a before.
        await laptop.Clock.RunUntilAsync(target.CallAsync(2, LaterAsync(TimeSpan.FromMinutes(5))));

        var ending = await RunAsync(target, Half, perSecond: 3);

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Matches("candidate .* of .* requests took over .* ms, stable ", ending.Rollout.Reason);
    }

    [Fact]
    public async Task Analysis_ADryRun_TellsAndDoesNothing()
    {
        var target = await laptop.NewTargetAsync(errorRate: "0.2");

        var ending = await RunAsync(target, $$""" {{Half}}, "analysis": { "dryRun": true } """, perSecond: 5);

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Single(
            ending.Rollout.Story,
            entry => entry.Text.StartsWith("A dry run: the analysis would have gone back here: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analysis_PromoteEarly_EndsTheStepOnceTheCandidateIsShownToBeHarmless()
    {
        var target = await laptop.NewTargetAsync();

        var ending = await RunAsync(
            target,
            """ "steps": [{ "weight": 50, "bakeSeconds": 3600 }], "analysis": { "promoteEarly": true, "latency": false } """,
            perSecond: 10);

        Assert.Equal((Outcome.Promoted, HealthState.Healthy), (ending.Rollout.Outcome, ending.Rollout.Steps[0].Health));
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 60, 900);
    }

    [Fact]
    public async Task Analysis_AMetricOfYourOwn_IsComparedByTheVersion()
    {
        var target = await laptop.NewTargetAsync();
        var metric = """
            { "name": "declined payments", "kind": "count", "direction": "increase",
              "expression": "declined + refused", "sources": {
                "declined": { "namespace": "Shop", "metricName": "Declined", "stat": "Sum",
                  "dimensions": { "Function": "{function}", "Version": "{version}" } },
                "refused": { "namespace": "Shop", "metricName": "Refused", "stat": "Sum",
                  "dimensions": { "Function": "{function}", "Version": "{version}" } } } }
            """;
        // The minute after the shift is left out, and the one after it is judged when it is three minutes old.
        var execution = await laptop.StartAsync(target.Input($$"""
            "steps": [{ "weight": 50, "bakeSeconds": 480 }], "checkIntervalSeconds": 10,
            "analysis": { "latency": false, "metrics": [{{metric}}] }
            """));
        var ended = laptop.Aws.StepFunctions.WhenEndedAsync(execution);
        var users = target.CallAsync(5, ended);
        // Two declined payments a second, of the candidate's customers only.
        var shop = ShopAsync(
            target.Name, ended, ("Declined", "2", 1), ("Refused", "2", 1), ("Declined", "1", 0), ("Refused", "1", 0));

        var ending = await laptop.EndAsync(execution);
        await laptop.Clock.RunUntilAsync(Task.WhenAll(users, shop));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Contains("requests counted as declined payments", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    // What the stable version's customers order, and the candidate's do not: of those nothing is ever told.
    [Fact]
    public async Task Analysis_AGoodMetricThatStops_HoldsTheStepAndThenGoesBack()
    {
        var target = await laptop.NewTargetAsync();
        var metric = """
            { "name": "orders", "kind": "count", "direction": "decrease",
              "namespace": "Shop", "metricName": "Orders", "stat": "Sum",
              "dimensions": { "Function": "{function}", "Version": "{version}" } }
            """;
        // Too short for any minute to be five minutes old.
        var execution = await laptop.StartAsync(target.Input($$"""
            "steps": [{ "weight": 50, "bakeSeconds": 420 }], "checkIntervalSeconds": 10,
            "analysis": { "latency": false, "metrics": [{{metric}}] }
            """));
        var ended = laptop.Aws.StepFunctions.WhenEndedAsync(execution);
        var users = target.CallAsync(5, ended);
        var shop = ShopAsync(target.Name, ended, ("Orders", "1", 1));

        var ending = await laptop.EndAsync(execution);
        await laptop.Clock.RunUntilAsync(Task.WhenAll(users, shop));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Matches("candidate 0 (% )?of [0-9,]+ requests counted as orders", ending.Rollout.Reason);
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 430, 600);
    }

    private async Task ShopAsync(
        string function, Task enough, params (string Name, string Version, double Value)[] shopped)
    {
        while (!enough.IsCompleted)
        {
            foreach (var (name, version, value) in shopped)
            {
                await laptop.CloudWatch.PutMetricDataAsync(new PutMetricDataRequest
                {
                    Namespace = "Shop",
                    MetricData =
                    [
                        new()
                        {
                            MetricName = name,
                            Value = value,
                            Timestamp = laptop.Clock.GetUtcNow().UtcDateTime,
                            Dimensions =
                                [new() { Name = "Function", Value = function }, new() { Name = "Version", Value = version }],
                        },
                    ],
                });
            }
            await LaterAsync(TimeSpan.FromSeconds(1));
        }
    }

    private async Task LaterAsync(TimeSpan time) =>
        (await laptop.Clock.WaitUntilAsync(laptop.Clock.GetUtcNow() + time)).Dispose();

    private async Task<Ending> RunAsync(Target target, string more, int perSecond)
    {
        var execution = await laptop.StartAsync(target.Input(more));
        var users = target.CallAsync(perSecond, laptop.Aws.StepFunctions.WhenEndedAsync(execution));
        var ending = await laptop.EndAsync(execution);
        await laptop.Clock.RunUntilAsync(users);
        return ending;
    }
}
