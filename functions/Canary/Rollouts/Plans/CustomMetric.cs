using Canary.Ports;
using Canary.Wording;

namespace Canary.Rollouts.Plans;

/// <summary>A metric of the user's own that both versions are compared by.</summary>
/// <param name="Name">What it is called in a reason.</param>
/// <param name="Kind">What its numbers are.</param>
/// <param name="Direction">Which way it gets worse.</param>
/// <param name="Tolerance">How much worse the candidate may be, and how often the judge may be wrong about it.</param>
/// <param name="Sources">The metrics by their ids: one, or those that <paramref name="Expression"/> is made of.</param>
/// <param name="Expression">Metric math over the ids, or null where the one source is the metric.</param>
public sealed record CustomMetric(
    string Name,
    MetricKind Kind,
    MetricDirection Direction,
    ToleranceChoice Tolerance,
    IReadOnlyDictionary<string, MetricSource> Sources,
    string? Expression)
{
    /// <summary>Of how many metrics one expression may be made: each has one digit.</summary>
    internal const int MostSources = 10;

    /// <summary>Whether more of it is good: then the stable version's may be only so much more than the candidate's.</summary>
    internal bool IsGood => Direction == MetricDirection.Decrease;

    /// <summary>
    /// An expression whose sources have the ids of one request's queries: two characters each,
    /// for CloudWatch takes so many and no more.
    /// </summary>
    internal static string Renamed(string expression, IReadOnlyDictionary<string, MetricSource> sources, char first = 'c')
    {
        var ids = sources.Keys.Select((id, i) => (Id: id, New: $"{first}{i}")).ToDictionary(one => one.Id, one => one.New);
        return MetricExpression.Renamed(expression, id => ids.GetValueOrDefault(id, id));
    }
}
