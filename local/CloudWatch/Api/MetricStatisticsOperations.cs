using System.Globalization;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>GetMetricStatistics.</summary>
internal static class MetricStatisticsOperations
{
    private const int MaximumPoints = 1440;

    public static WireMap GetMetricStatistics(CloudWatchService service, WireMap input)
    {
        var (simple, extended) = (input.Texts("Statistics") ?? [], input.Texts("ExtendedStatistics") ?? []);
        var (period, unit) = (input.Integer("Period"), input.Text("Unit"));
        var (start, end) = (input.Moment("StartTime"), input.Moment("EndTime"));
        var metric = new MetricIdentity(input.Text("Namespace") ?? "", input.Text("MetricName") ?? "", input.Dimensions());
        var constraints = new MemberConstraints()
            .Required("namespace", input.Text("Namespace")).Required("metricName", input.Text("MetricName"))
            .Namespace("namespace", input.Text("Namespace")).Length("metricName", input.Text("MetricName"), 1, 255)
            .Count("dimensions", metric.Dimensions, 30)
            .Required("startTime", start).Required("endTime", end)
            .Required("period", period).Range("period", period, 1)
            .Count("statistics", simple, 5).Count("extendedStatistics", extended, 10)
            .OneOf("unit", unit, MetricUnits.All);
        foreach (var (index, statistic) in simple.Index())
            constraints.OneOf($"statistics.{index + 1}.member", statistic, Statistic.Simple);
        DimensionRules.Check(constraints, "dimensions", metric.Dimensions);
        constraints.ThrowIfAny();
        var span = new MetricSpan(start!.Value, end!.Value);
        Check(simple, extended, span, period!.Value);
        var statistics = simple.Concat(extended).Select(text => Statistic.From(text)!).ToList();
        var units = unit is null ? service.Metrics.Units(metric) : [unit];
        return new()
        {
            { "Label", metric.Name },
            { "Datapoints", units.SelectMany(one => Datapoints(service, metric, one, statistics, span, period.Value)).ToList() },
        };
    }

    private static void Check(IReadOnlyList<string> simple, IReadOnlyList<string> extended, MetricSpan span, int period)
    {
        if (simple.Count == 0 == (extended.Count == 0))
            throw CloudWatchErrors.InvalidCombination("You must specify either Statistics or ExtendedStatistics, but not both.");
        if (extended.FirstOrDefault(text => Statistic.FromExtended(text) is null) is { } unknown)
            throw CloudWatchErrors.InvalidValue(
                $"The value {unknown} for parameter ExtendedStatistics is not supported: write {StatisticSyntax.Examples}.");
        if (span.Start >= span.End)
            throw CloudWatchErrors.InvalidValue("The parameter StartTime must be less than the parameter EndTime.");
        if (!MetricDataQueryRules.IsPeriod(period))
            throw CloudWatchErrors.InvalidValue("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        if (Math.Ceiling((span.End - span.Start).TotalSeconds / period) is > MaximumPoints and var points)
        {
            var asked = string.Create(
                CultureInfo.InvariantCulture,
                $"You have requested up to {points} datapoints, which exceeds the limit of {MaximumPoints}.");
            throw CloudWatchErrors.InvalidCombination(
                $"{asked} You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
    }

    private static IEnumerable<WireMap> Datapoints(
        CloudWatchService service, MetricIdentity metric, string unit, List<Statistic> statistics, MetricSpan span, int period)
    {
        var first = span.FirstPeriod(period, service.Now);
        return statistics
            .SelectMany(statistic => service.Metrics.Read(metric, unit, statistic, first, span.End, period)
                .Select(point => (Statistic: statistic, Point: point)))
            .GroupBy(pair => pair.Point.Timestamp)
            .Select(moment => Datapoint(moment.Key, unit, [.. moment]));
    }

    private static WireMap Datapoint(DateTimeOffset timestamp, string unit, List<(Statistic Statistic, MetricPoint Point)> values)
    {
        var (datapoint, extended) = (new WireMap { { "Timestamp", timestamp } }, new WireMap { IsMap = true });
        foreach (var (statistic, point) in values)
            (statistic.Bounds is null ? datapoint : extended).Add(statistic.Text, point.Value);
        datapoint.Add("Unit", unit);
        if (extended.Count > 0) datapoint.Add("ExtendedStatistics", extended);
        return datapoint;
    }
}
