using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Ports;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Reads;

/// <summary>What a plan does whose metrics cannot be read.</summary>
public class TrafficHistoryReaderTests
{
    private readonly Stage _stage = new();

    [Theory]
    [InlineData(MetricFaultKind.Denied, "The metrics cannot be read.")]
    [InlineData(MetricFaultKind.Invalid, "CloudWatch cannot make sense of analysis.metrics.")]
    public async Task PlanRollout_AFaultThatStays_IsRefused(MetricFaultKind kind, string fault)
    {
        _stage.Metrics.Fault = new(kind, "why");

        var rollout = await _stage.PlanAsync();

        Assert.Equal(Outcome.Refused, rollout.Outcome);
        Assert.StartsWith(fault, Assert.Single(rollout.Faults!), StringComparison.Ordinal);
        Assert.EndsWith("why", rollout.Faults![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanRollout_AFaultThatMayPass_IsRetried()
    {
        _stage.Metrics.Fault = new(MetricFaultKind.Unavailable, "later");

        Assert.Equal("later", (await Assert.ThrowsAsync<MetricsUnavailable>(() => _stage.PlanAsync())).Message);
    }

    [Fact]
    public async Task PlanRollout_TheQuotaIsUsedUp_WaitsForIt()
    {
        _stage.Metrics.Fault = new(MetricFaultKind.Throttled, "Rate exceeded");

        Assert.Equal("Rate exceeded", (await Assert.ThrowsAsync<Throttled>(() => _stage.PlanAsync())).Message);
    }
}
