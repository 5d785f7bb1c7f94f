using Canary.Aliases;
using Canary.Analysis;
using Canary.Errors;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Functions.Reads;

/// <summary>Reads what was usual before a rollout.</summary>
public sealed class TrafficHistoryReader(IMetrics metrics)
{
    /// <returns>Null where nothing is compared, or where the metrics cannot be read: then that is one fault more.</returns>
    /// <exception cref="Throttled">CloudWatch takes no more calls for the moment.</exception>
    /// <exception cref="MetricsUnavailable">They cannot be read for the moment.</exception>
    public async Task<TrafficHistory?> ReadAsync(RolloutRequest request, Alias? alias, DateTimeOffset at, List<string> faults)
    {
        if (alias?.State is not { IsSettled: true, Version: var stable }
            || Baseline.Requests(request, stable, at) is not { } requests)
        {
            return null;
        }
        if (await ReadAsync(requests, faults) is not { } usual) return null;
        if (Baseline.OfTheAlias(request, stable, at, usual) is { } more)
        {
            if (await ReadAsync(more, faults) is not { } rest) return null;
            usual = usual.And(rest);
        }
        if (Baseline.Slow(request, stable, at, usual) is not { } slow) return new(usual, null);
        return await ReadAsync(slow, faults) is { } found ? new(usual, found) : null;
    }

    private async Task<MetricReading?> ReadAsync(MetricRequest request, List<string> faults)
    {
        var reading = await metrics.ReadAsync(request);
        if (reading.Fault is not { } fault) return reading;
        var message = Quoted.Clip(fault.Message, Limits.FaultLength / 2);
        switch (fault.Kind)
        {
            case MetricFaultKind.Denied:
                faults.Add(
                    $"The metrics cannot be read. Check the stack's permissions, or give analysis: false. AWS says: {message}");
                return null;
            case MetricFaultKind.Invalid:
                faults.Add("CloudWatch cannot make sense of analysis.metrics. Check each namespace, stat and expression. "
                    + $"CloudWatch says: {message}");
                return null;
            case MetricFaultKind.Throttled:
                throw new Throttled(message);
            default:
                throw new MetricsUnavailable(message);
        }
    }
}
