using System.Collections.Concurrent;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>
/// Evaluates metric alarms as time passes: every minute, or every 10 seconds those with a period under a minute.
/// </summary>
internal sealed class AlarmWatch : IDisposable
{
    private const int Minute = 60;
    private const int HighResolution = 10;

    // AWS: "Metric alarms returns to their actual state quickly, often within seconds."
    private static readonly TimeSpan Correction = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly AlarmBook _alarms;
    private readonly MetricStore _metrics;
    private readonly TimeSpan _delay;
    private readonly ITimer[] _timers;
    private readonly ConcurrentDictionary<ITimer, bool> _corrections = new();
    private volatile bool _disposed;

    /// <param name="clock">Whose time it is.</param>
    /// <param name="alarms">What to evaluate.</param>
    /// <param name="metrics">What to look at.</param>
    /// <param name="delay">How long after a period's end its data count as complete.</param>
    public AlarmWatch(TimeProvider clock, AlarmBook alarms, MetricStore metrics, TimeSpan delay)
    {
        (_clock, _alarms, _metrics, _delay) = (clock, alarms, metrics, delay);
        _timers = [Start(Minute), Start(HighResolution)];
    }

    /// <summary>Evaluates every metric alarm on the periods that have ended, and whose data are in, by now.</summary>
    public void EvaluateAll()
    {
        Evaluate(Minute, LastBoundary(Minute));
        Evaluate(HighResolution, LastBoundary(HighResolution));
    }

    /// <summary>Sets a metric alarm whose state somebody has set back to what its metric says, a few seconds from now.</summary>
    public void CorrectSoon(string name)
    {
        ITimer? timer = null;
        timer = _clock.CreateTimer(_ => Correct(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _corrections[timer] = true;
        timer.Change(Correction, Timeout.InfiniteTimeSpan);

        void Correct()
        {
            _corrections.TryRemove(timer!, out var _);
            timer!.Dispose();
            if (_disposed || _alarms.All().FirstOrDefault(alarm => alarm.Name == name) is not MetricAlarm alarm) return;
            Evaluate(alarm, LastBoundary(IsHighResolution(alarm) ? HighResolution : Minute));
        }
    }

    public void Dispose()
    {
        _disposed = true;
        Array.ForEach(_timers, timer => timer.Dispose());
        foreach (var timer in _corrections.Keys) timer.Dispose();
    }

    private ITimer Start(int step)
    {
        // Armed anew each time, and for a boundary rather than a span: a timer that runs late or early never shifts the periods.
        var next = LastBoundary(step).AddSeconds(step);
        ITimer? timer = null;
        timer = _clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Until(next), Timeout.InfiniteTimeSpan);
        return timer;

        void Tick()
        {
            if (Until(next) == TimeSpan.Zero)
            {
                Evaluate(step, next);
                var last = LastBoundary(step);
                next = (last > next ? last : next).AddSeconds(step);
            }
            // A tick under way while the service goes must not bring the timer back.
            if (!_disposed) timer!.Change(Until(next), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan Until(DateTimeOffset boundary) =>
        boundary + _delay - _clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private DateTimeOffset LastBoundary(int step)
    {
        var second = (_clock.GetUtcNow() - _delay).ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - second % step);
    }

    private void Evaluate(int step, DateTimeOffset end)
    {
        foreach (var alarm in _alarms.All().OfType<MetricAlarm>())
        {
            var isHighResolutionTick = step < Minute;
            if (IsHighResolution(alarm) == isHighResolutionTick) Evaluate(alarm, end);
        }
    }

    private static bool IsHighResolution(MetricAlarm alarm) => alarm.Configuration.Step < Minute;

    private void Evaluate(MetricAlarm alarm, DateTimeOffset end)
    {
        var (configuration, threshold) = (alarm.Configuration, AlarmThreshold.Of(alarm.Configuration));
        // Expressions have none.
        var statistic = Statistic.From(configuration.Statistic ?? configuration.ExtendedStatistic ?? "Sum")!;
        var range = Range(configuration, statistic, end, threshold.Periods + AlarmEvaluation.Beyond);
        var verdict = AlarmEvaluation.Judge(range, threshold);
        if (verdict.State is not { } state || state == alarm.State.Value) return;
        if (configuration.EvaluateLowSampleCountPercentile == "ignore"
            && statistic.IsLowSample(verdict.Points.Sum(point => point.SampleCount)))
            return;
        var data = StateDocument.Of(configuration, range, verdict, end.AddSeconds(-configuration.Step), _clock.GetUtcNow());
        _alarms.SetState(alarm.Name, state, StateReason.Of(state, verdict, threshold), data);
    }

    private MetricPoint?[] Range(MetricAlarmConfiguration alarm, Statistic statistic, DateTimeOffset end, int periods)
    {
        var period = alarm.Step;
        var range = new MetricPoint?[periods];
        var start = end.AddSeconds(-(double)period * periods);
        foreach (var point in Points(alarm, statistic, start, end))
            range[(int)(end - point.Timestamp).TotalSeconds / period - 1] = point;
        return range;
    }

    private IReadOnlyList<MetricPoint> Points(
        MetricAlarmConfiguration alarm, Statistic statistic, DateTimeOffset start, DateTimeOffset end)
    {
        if (alarm.Watched is null) return _metrics.Read(alarm.Metric, alarm.Unit, statistic, start, end, alarm.Step);
        var results = new MetricReader(_metrics, _clock.GetUtcNow()).Answer(
            alarm.Metrics, new MetricSpan(start, end), oldestFirst: true);
        // The grid of an expression may begin before the span, on the full minute.
        return [.. results.SelectMany(result => result.Points).Where(point => point.Timestamp >= start && point.Timestamp < end)];
    }
}
