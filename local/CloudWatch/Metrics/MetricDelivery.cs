using System.Collections.Concurrent;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>The way of the services' own metrics to CloudWatch, on which they can be late or get lost.</summary>
internal sealed class MetricDelivery(IMetricSink store, TimeProvider clock, FaultRegistry faults) : IMetricSink, IDisposable
{
    private readonly ConcurrentDictionary<ITimer, bool> _underWay = new();

    public void Put(
        string metricNamespace,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> dimensions,
        DateTimeOffset timestamp,
        double value,
        string unit)
    {
        var fault = faults.IsEmpty
            ? null
            : faults.Take(new ApiCall(ApiCall.Metric, name, Resource(dimensions)) { Moment = timestamp });
        if (fault is null) store.Put(metricNamespace, name, dimensions, timestamp, value, unit);
        else if (fault.Kind == FaultKind.Late)
            Later(fault.Delay, () => store.Put(metricNamespace, name, dimensions, timestamp, value, unit));
    }

    public void Dispose()
    {
        foreach (var timer in _underWay.Keys) timer.Dispose();
    }

    /// <summary>The more exact of the two names that Lambda's metrics have, and the version that an alias led to.</summary>
    private static string? Resource(IReadOnlyList<KeyValuePair<string, string>> dimensions)
    {
        var names = dimensions.Where(dimension => dimension.Key is "FunctionName" or "Resource")
            .Select(dimension => dimension.Value);
        var version = dimensions.FirstOrDefault(dimension => dimension.Key == "ExecutedVersion").Value;
        var name = names.MaxBy(value => value.Length);
        return version is null ? name : $"{name}:{version}";
    }

    private void Later(TimeSpan delay, Action put)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(_ => Arrive(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _underWay[timer] = true;
        timer.Change(delay, Timeout.InfiniteTimeSpan);

        void Arrive()
        {
            put();
            _underWay.TryRemove(timer!, out var _);
            timer!.Dispose();
        }
    }
}
