using System.Globalization;
using Canary.Ports;

namespace Canary.Bench.World;

/// <summary>One query's values. What is told in whole is not read again.</summary>
internal sealed class Series
{
    private readonly LiveAlias _alias;
    private readonly VersionLog[] _logs;
    private readonly Func<Told, double> _value;
    private readonly int _threshold = -1;
    private readonly int _minutes;
    private int _next;

    public Series(MetricQuery query, int from, LiveAlias alias, Telling telling)
    {
        var source = query.Source
            ?? throw new NotSupportedException($"The world knows no metric math such as {query.Expression}.");
        (_alias, From, _minutes) = (alias, from, query.Period / 60);
        _next = from / _minutes;
        _logs = source.Dimensions.GetValueOrDefault("ExecutedVersion") switch
        {
            null => [alias.Stable, alias.Candidate],
            LiveAlias.CandidateVersion => [alias.Candidate],
            _ => [alias.Stable],
        };
        if (ThresholdOf(source) is { } milliseconds) _threshold = alias.IndexOf(milliseconds);
        _value = (source.MetricName, source.Stat) switch
        {
            ("Invocations", "Sum") => told => told.Requests,
            ("Errors", "Sum") when telling.TellsZeros => told => told.Failed,
            ("Errors", "SampleCount") when telling.TellsZeros => told => told.Requests,
            ("Errors", _) => told => told.Failed > 0 ? told.Failed : double.NaN,
            ("Throttles", _) => _ => double.NaN,
            ("Duration", _) when alias.Durations is null => _ => double.NaN,
            ("Duration", "SampleCount") => told => told.Requests,
            ("Duration", _) when _threshold >= 0 => told => told.Slow,
            ("Duration", ['p', .. var percent]) => Constant(alias.Durations.Quantile(Number(percent) / 100)),
            _ => throw new NotSupportedException($"The world knows no {source.Stat} of {source.MetricName}."),
        };
    }

    public int From { get; }

    public Dictionary<DateTimeOffset, double> Values { get; } = [];

    /// <summary>The milliseconds of a statistic such as <c>TC(230:)</c>; null of others.</summary>
    public static double? ThresholdOf(MetricSource source) =>
        source is { MetricName: "Duration", Stat: ['T', 'C', '(', .. var text, ':', ')'] } ? Number(text) : null;

    public void Follow(int until)
    {
        var settled = true;
        for (var period = _next; period * _minutes < until; period++)
        {
            var told = Told.Nothing;
            for (var minute = period * _minutes; minute < Math.Min((period + 1) * _minutes, until); minute++)
            {
                foreach (var log in _logs) told += log.Read(minute, _alias.Now, _threshold);
            }
            // What has no requests has no value.
            if (told.Requests > 0 && _value(told) is var value && !double.IsNaN(value))
                Values[Time.Of(60 * _minutes * period)] = value;
            if (settled &= told.IsWhole) _next = period + 1;
        }
    }

    private static Func<Told, double> Constant(double value) => _ => value;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
