using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Local.Faults;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>
/// Whole rollouts of which the analysis can say nothing: nobody calls the function, or the metrics cannot be read.
/// </summary>
[Collection(nameof(Laptop))]
public class NoVerdictTests(Laptop laptop)
{
    private const string Plan = """ "steps": [{ "weight": 10, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 60 }] """;

    [Theory]
    [InlineData("""{ "onInconclusive": "promote" }""", "Promoted", 120)]
    [InlineData("true", "Promoted", 120)]
    [InlineData("""{ "onInconclusive": "rollback" }""", "RolledBack", 60)]
    [InlineData("""{ "onInconclusive": "wait", "waitSeconds": 300 }""", "Promoted", 420)]
    [InlineData("""{ "onInconclusive": "wait", "waitSeconds": 300, "afterWait": "promote" }""", "Promoted", 420)]
    [InlineData("""{ "onInconclusive": "wait", "waitSeconds": 300, "afterWait": "rollback" }""", "RolledBack", 360)]
    [InlineData("""{ "onInconclusive": "approve", "approvalSeconds": 200 }""", "RolledBack", 260)]
    public async Task NoTraffic_EndsAsTheInputSaysAndSaysSo(string analysis, string outcome, int seconds)
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input($$""" {{Plan}}, "analysis": {{analysis}} """));

        Assert.Equal(outcome, $"{ending.Rollout.Outcome}");
        Assert.Equal(outcome == "Promoted" ? "2" : "1", await target.AliasAsync());
        var until = ending.Rollout.Steps.Last(step => step is { EndedAt: not null, BakeSeconds: > 0 }).EndedAt;
        var shared = (until - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds;
        Assert.InRange(shared, seconds, seconds + 20);
        // A promotion is told as a warning, a rollback as the reason.
        var told = outcome == "Promoted" ? string.Join(' ', ending.Rollout.Warnings!) : ending.Rollout.Reason;
        Assert.Matches("no requests of the candidate were seen|nobody approved", told);
    }

    [Theory]
    [InlineData("""{ "waitSeconds": 120 }""", Outcome.RolledBack, "1", 240)]
    [InlineData("""{ "waitSeconds": 120, "onUnreadable": "promote" }""", Outcome.Promoted, "2", 300)]
    public async Task TheMetricsCannotBeRead_IsHeldForAWhileAndThenEndsAsTheInputSays(
        string analysis, Outcome outcome, string version, int seconds)
    {
        var target = await laptop.NewTargetAsync();
        using var denied = laptop.Aws.Faults.Add(new Fault("cloudwatch", "GetMetricData", FaultKind.AccessDenied) { From = 2 });

        var ending = await laptop.RunAsync(target.Input($$""" {{Plan}}, "analysis": {{analysis}} """));

        Assert.Equal((outcome, version), (ending.Rollout.Outcome, await target.AliasAsync()));
        var until = ending.Rollout.Steps.Last(step => step is { EndedAt: not null, BakeSeconds: > 0 }).EndedAt;
        var shared = (until - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds;
        Assert.InRange(shared, seconds, seconds + 40);
        Assert.Single(
            ending.Rollout.Story, entry => entry.Text.StartsWith("The analysis sees nothing: ", StringComparison.Ordinal));
        Assert.Single(
            ending.Rollout.Warnings!, text => text.StartsWith("The analysis saw nothing at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheMetricsCannotBeReadAtThePlan_NothingIsTouched()
    {
        var target = await laptop.NewTargetAsync();
        using var throttle = laptop.Aws.Faults.Add(new Fault("cloudwatch", "GetMetricData", FaultKind.Throttle));

        var ending = await laptop.RunAsync(target.Input(Plan));

        Assert.Equal(
            (ExecutionStatus.FAILED, "Throttled", "1"),
            (ending.Execution.Status, ending.Execution.Error, await target.AliasAsync()));
    }

    [Fact]
    public async Task TheRoleMayNotReadTheMetrics_IsRefusedWithAWayOut()
    {
        var target = await laptop.NewTargetAsync();
        using var denied = laptop.Aws.Faults.Add(new Fault("cloudwatch", "GetMetricData", FaultKind.AccessDenied));

        var ending = await laptop.RunAsync(target.Input(Plan));

        Assert.Equal(Outcome.Refused, ending.Rollout.Outcome);
        Assert.Contains("give analysis: false", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpressionThatCloudWatchRefuses_IsRefusedInItsWords()
    {
        var target = await laptop.NewTargetAsync();
        const string Metric = """
            { "name": "m", "kind": "value", "direction": "increase", "expression": "m1 +",
              "sources": { "m1": { "namespace": "Shop", "metricName": "M", "stat": "Sum",
              "dimensions": { "Version": "{version}" } } } }
            """;

        var ending = await laptop.RunAsync(target.Input($$""" {{Plan}}, "analysis": { "metrics": [{{Metric}}] } """));

        Assert.Equal(Outcome.Refused, ending.Rollout.Outcome);
        Assert.Contains(
            "CloudWatch cannot make sense of analysis.metrics. Check each namespace, stat and expression. CloudWatch says: ",
            ending.Rollout.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnHourWithACheckEveryHalfMinute_FitsItsLimitsWithOneReadingAMinute()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-hour");
        var (metrics, alarms) = (0, 0);
        using var first = Count("GetMetricData", () => metrics++);
        using var second = Count("DescribeAlarms", () => alarms++);

        var ending = await laptop.RunAsync(target.Input(
            $$"""
            "steps": [{ "weight": 10, "bakeSeconds": 1800 }, { "weight": 50, "bakeSeconds": 1800 }], "checkIntervalSeconds": 30,
            "alarms": ["{{alarm}}"]
            """));

        Assert.Equal(Outcome.Promoted, ending.Rollout.Outcome);
        Assert.Equal((120, 120), (
            ending.Rollout.Steps[0].Checks + ending.Rollout.Steps[1].Checks,
            ending.States.Count(state => state == "CheckHealth")));
        // The plan reads the history once, and the alarms once; the first half minute is read besides.
        Assert.Equal((62, 121), (metrics, alarms));
        Assert.InRange(ending.Events.Count, 1, 25_000);
        var payloads = ending.Events.SelectMany(
            entry => new[] { entry.StateEnteredEventDetails?.Input, entry.StateExitedEventDetails?.Output }).OfType<string>();
        Assert.InRange(payloads.Max(System.Text.Encoding.UTF8.GetByteCount), 1, Limits.DocumentBytes);
    }

    private IDisposable Count(string operation, Action count) =>
        laptop.Aws.Faults.Add(new Fault("cloudwatch", operation, FaultKind.Throttle)
        {
            While = _ =>
            {
                count();
                return false;
            },
        });
}
