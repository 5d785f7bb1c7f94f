using Canary.Local.CloudWatch.Metrics;

namespace Canary.Local.Lambda.Environments;

/// <summary>
/// Takes the metrics out of what one environment's function writes, as CloudWatch Logs does: see
/// <see cref="EmbeddedMetricFormat"/>. The function lives in the machine's time, so what it stamps is moved to the embedded
/// AWS's.
/// </summary>
internal sealed class LogMetrics
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(14);
    private static readonly TimeSpan Future = TimeSpan.FromHours(2);

    private readonly IMetricSink _sink;
    private readonly TimeProvider _clock;
    private readonly TimeProvider _machine;
    private readonly Lock _gate = new();
    private TimeSpan _ahead;

    /// <param name="sink">Takes the metrics.</param>
    /// <param name="clock">The embedded AWS's time.</param>
    /// <param name="machine">The time that the function lives in.</param>
    public LogMetrics(IMetricSink sink, TimeProvider clock, TimeProvider machine)
    {
        (_sink, _clock, _machine) = (sink, clock, machine);
        Begin();
    }

    /// <summary>An invocation begins: what the function stamps now is this moment of the embedded AWS.</summary>
    public void Begin()
    {
        var ahead = _clock.GetUtcNow() - _machine.GetUtcNow();
        lock (_gate) _ahead = ahead;
    }

    /// <summary>The function has written a line. As in AWS, nobody hears of metrics that are too old or in the future.</summary>
    public void Read(string line)
    {
        TimeSpan ahead;
        lock (_gate) ahead = _ahead;
        var now = _machine.GetUtcNow();
        foreach (var metric in EmbeddedMetricFormat.Read(line))
        {
            if (metric.Timestamp < now - Past || metric.Timestamp > now + Future) continue;
            var (identity, timestamp) = (metric.Identity, metric.Timestamp + ahead);
            foreach (var value in metric.Values)
                _sink.Put(identity.Namespace, identity.Name, identity.Dimensions, timestamp, value, metric.Unit);
        }
    }
}
