using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Tests.Lambda.Invocations;

/// <summary>What CloudWatch shows of invocations.</summary>
public sealed class InvocationMetricsTests
{
    [Fact]
    public async Task Ran_LongInvocation_AppearsAtItsEndInTheMinuteOfItsStart()
    {
        await using var fixture = new LambdaFixture();
        var start = fixture.Clock.GetUtcNow();
        fixture.Environments.Behaviour = async (_, _) =>
        {
            var ended = new TaskCompletionSource();
            await using var timer = fixture.Clock.CreateTimer(
                _ => ended.SetResult(), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
            using var lift = fixture.Clock.Lift();
            await ended.Task;
            return ScriptedEnvironments.Say("{}");
        };

        var running = fixture.InvokeAsync();
        await fixture.Clock.RunUntilAsync(start.AddMinutes(2));
        Assert.Empty(fixture.Metrics.Observations);
        await fixture.Clock.RunUntilAsync(running);

        Assert.NotEmpty(fixture.Metrics.Observations);
        Assert.All(fixture.Metrics.Observations, seen => Assert.Equal(start, seen.Timestamp));
    }

    [Fact]
    public async Task Ran_WeightedAlias_IsToldApartByExecutedVersionMinuteByMinute()
    {
        await using var fixture = new LambdaFixture();
        var store = new MetricStore();
        fixture.Publish();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1", weights: new Dictionary<string, double> { ["2"] = 0.5 });
        fixture.Environments.Behaviour = (version, _) => Task.FromResult<EnvironmentAnswer?>(
            ScriptedEnvironments.Say("{}", failed: version == "2") with
            {
                Duration = TimeSpan.FromMilliseconds(version == "2" ? 300 : 100),
            });
        var start = fixture.Clock.GetUtcNow();
        for (var i = 0; i < 40; i++) await fixture.InvokeAsync("live");
        // A minute in which nobody calls has no data point, of either version.
        await fixture.Clock.RunUntilAsync(start.AddMinutes(2));
        for (var i = 0; i < 40; i++) await fixture.InvokeAsync("live");
        foreach (var seen in fixture.Metrics.Observations)
            store.Put("AWS/Lambda", seen.Name, Dimensions(seen.Dimensions), seen.Timestamp, seen.Value, seen.Unit);

        IReadOnlyList<MetricPoint> Read(string name, string statistic, string? version) => store.Read(
            new(
                "AWS/Lambda",
                name,
                Dimensions($"FunctionName=shop,Resource=shop:live{(version is null ? "" : $",ExecutedVersion={version}")}")),
            null, Statistic.From(statistic)!, start, start.AddMinutes(3), 60);

        Assert.Equal([start, start.AddMinutes(2)], Read("Invocations", "Sum", null).Select(point => point.Timestamp));
        Assert.Equal([40.0, 40], Read("Invocations", "Sum", null).Select(point => point.Value));
        Assert.Equal(
            Read("Invocations", "Sum", "2").Select(point => point.Value),
            Read("Errors", "Sum", "2").Select(point => point.Value));
        Assert.Equal([0.0, 0], Read("Errors", "Sum", "1").Select(point => point.Value));
        // Slower than 200 ms: all of the new version, none of the old.
        Assert.Equal(
            Read("Invocations", "Sum", "2").Select(point => point.Value),
            Read("Duration", "TC(200:)", null).Select(point => point.Value));
        Assert.Equal([0.0, 0], Read("Duration", "TC(200:)", "1").Select(point => point.Value));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Dimensions(string text) =>
        [.. text.Split(',').Select(one => one.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
}
