using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>What GetMetricData refuses.</summary>
internal static partial class MetricDataQueryRules
{
    private const int MaximumQueries = 500;

    /// <param name="queries">What is asked.</param>
    /// <param name="span">About which time.</param>
    /// <param name="member">The list, as the model's messages name it.</param>
    /// <param name="parameter">The list, as the others do.</param>
    public static void Check(
        IReadOnlyList<MetricDataQuery> queries, MetricSpan span, string member =
            "metricDataQueries", string parameter = "MetricDataQueries")
    {
        if (queries.Count == 0) throw CloudWatchErrors.Validation("The parameter MetricDataQueries is required.");
        if (queries.Count > MaximumQueries)
            throw CloudWatchErrors.Validation(
                $"The collection MetricDataQueries must not have a size greater than {MaximumQueries}.");
        if (span.Start >= span.End)
            throw CloudWatchErrors.Validation("The parameter StartTime must be less than the parameter EndTime.");
        foreach (var (index, query) in queries.Index()) Check(index + 1, query, member, parameter);
        if (queries.DistinctBy(query => query.Id).Count() < queries.Count)
            throw CloudWatchErrors.Validation($"The values for parameter id in {parameter} are not unique.");
    }

    /// <summary>Those of GetMetricStatistics are the same.</summary>
    public static bool IsPeriod(int period) => period is 1 or 5 or 10 or 20 or 30 || (period > 0 && period % 60 == 0);

    private static void Check(int number, MetricDataQuery query, string member, string parameter)
    {
        var path = $"{member}.{number}.member";
        var constraints = new MemberConstraints().Length($"{path}.id", query.Id, 1, 255);
        if (query is MetricStatQuery asked) Ranges(constraints, path, asked);
        if (query is ExpressionQuery math)
            constraints.Length($"{path}.expression", math.Expression, 1, 2048).Range($"{path}.period", math.Period, 1);
        constraints.ThrowIfAny();
        if (!Id().IsMatch(query.Id))
            throw CloudWatchErrors.Validation(
                $"The value {query.Id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        if (query is MetricStatQuery metric) CheckMetric(number, metric, parameter);
        if (query.Label?.Contains("${", StringComparison.Ordinal) == true)
            throw CloudWatchErrors.NotSupported($"the dynamic Label {query.Label} of the query {query.Id}");
    }

    private static void Ranges(MemberConstraints constraints, string path, MetricStatQuery query)
    {
        var metric = $"{path}.metricStat.metric";
        constraints
            .Namespace($"{metric}.namespace", query.Metric.Namespace)
            .Length($"{metric}.metricName", query.Metric.Name, 1, 255)
            .Count($"{metric}.dimensions", query.Metric.Dimensions, 30)
            .Range($"{path}.metricStat.period", query.Period, 1)
            .OneOf($"{path}.metricStat.unit", query.Unit, MetricUnits.All);
        DimensionRules.Check(constraints, $"{metric}.dimensions", query.Metric.Dimensions);
    }

    private static void CheckMetric(int number, MetricStatQuery query, string parameter)
    {
        if (!IsPeriod(query.Period))
        {
            throw CloudWatchErrors.Validation(string.Create(
                CultureInfo.InvariantCulture,
                $"The value {query.Period} for parameter {parameter}.member.{number}.MetricStat.Period must be 1, "
                + $"5, 10, 20, 30 or a multiple of 60."));
        }
        if (Statistic.From(query.Stat) is null)
        {
            throw CloudWatchErrors.Validation(
                $"The value {query.Stat} for parameter {parameter}.member.{number}.MetricStat.Stat is not supported: "
                + $"write {string.Join(", ", Statistic.Simple)}, {StatisticSyntax.Examples}.");
        }
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9_]*\z")]
    private static partial Regex Id();
}
