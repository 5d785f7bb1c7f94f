using Canary.Ports;

namespace Canary.Bench.World;

/// <summary>One query's values. What is told in whole is not read again.</summary>
internal sealed class Series
{
    private readonly LiveAlias _alias;
    private readonly VersionLog[] _logs;
    private readonly Func<Told, double> _value;
    private int _next;

    public Series(MetricQuery query, int from, LiveAlias alias, Telling telling)
    {
        (_alias, _next, From) = (alias, from, from);
        var source = query.Source ?? throw new NotSupportedException($"The world knows no metric math such as {query.Expression}.");
        _logs = source.Dimensions.GetValueOrDefault("ExecutedVersion") switch
        {
            null => [alias.Stable, alias.Candidate],
            Pipeline.Release.Candidate => [alias.Candidate],
            _ => [alias.Stable],
        };
        _value = (source.MetricName, source.Stat) switch
        {
            ("Invocations", "Sum") => told => told.Requests > 0 ? told.Requests : double.NaN,
            ("Errors", "Sum") when telling.TellsZeros => told => told.Requests > 0 ? told.Failed : double.NaN,
            ("Errors", "SampleCount") when telling.TellsZeros => told => told.Requests > 0 ? told.Requests : double.NaN,
            ("Errors", _) => told => told.Failed > 0 ? told.Failed : double.NaN,
            ("Throttles", _) => _ => double.NaN,
            _ => throw new NotSupportedException($"The world knows no {source.Stat} of {source.MetricName}."),
        };
    }

    public int From { get; }

    public Dictionary<DateTimeOffset, double> Values { get; } = [];

    public void Follow(int until)
    {
        var settled = true;
        for (var minute = _next; minute < until; minute++)
        {
            Told told = new(0, 0, true);
            foreach (var log in _logs)
            {
                var one = log.Read(minute, _alias.Now);
                told = new(told.Requests + one.Requests, told.Failed + one.Failed, told.IsWhole && one.IsWhole);
            }
            if (_value(told) is var value && !double.IsNaN(value)) Values[Time.Of(60 * minute)] = value;
            if (settled &= told.IsWhole) _next = minute + 1;
        }
    }
}
