using System.Globalization;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>What PutMetricData refuses.</summary>
internal static class MetricDatumRules
{
    private const int MaximumData = 1000;
    private const int MaximumValues = 150;
    private static readonly double Largest = Math.Pow(2, 360);
    private static readonly TimeSpan Past = TimeSpan.FromDays(14);
    private static readonly TimeSpan Future = TimeSpan.FromHours(2);

    public static void Check(string metricNamespace, IReadOnlyList<MetricDatum> data, DateTimeOffset now)
    {
        new MemberConstraints().Required("namespace", metricNamespace).Length("namespace", metricNamespace, 1, 255).ThrowIfAny();
        if (metricNamespace[0] == ':' || metricNamespace.StartsWith("AWS/", StringComparison.Ordinal))
            throw CloudWatchErrors.InvalidValue($"The value {metricNamespace} for parameter Namespace is invalid.");
        if (data.Count == 0) throw CloudWatchErrors.Missing("The parameter MetricData is required.");
        Size("MetricData", data.Count, MaximumData);
        foreach (var (index, datum) in data.Index())
        {
            Ranges($"metricData.{index + 1}.member", datum);
            Check($"MetricData.member.{index + 1}", datum, now);
        }
    }

    private static void Ranges(string path, MetricDatum datum)
    {
        var constraints = new MemberConstraints()
            .Required($"{path}.metricName", datum.MetricName)
            .Length($"{path}.metricName", datum.MetricName, 1, 255)
            .Count($"{path}.dimensions", datum.Dimensions, 30)
            .OneOf($"{path}.unit", datum.Unit, MetricUnits.All)
            .Range($"{path}.storageResolution", datum.StorageResolution, 1);
        DimensionRules.Check(constraints, $"{path}.dimensions", datum.Dimensions);
        constraints.ThrowIfAny();
    }

    private static void Check(string path, MetricDatum datum, DateTimeOffset now)
    {
        if (datum.StorageResolution is not (null or 1 or 60))
            throw CloudWatchErrors.InvalidValue(
                $"The value {datum.StorageResolution} for parameter {path}.StorageResolution is invalid: it must be 1 or 60.");
        if (datum.Timestamp > now + Future)
            throw CloudWatchErrors.InvalidValue(
                $"The parameter {path}.Timestamp must specify a time no more than two hours in the future.");
        if (datum.Timestamp < now - Past)
            throw CloudWatchErrors.InvalidValue($"The parameter {path}.Timestamp must specify a time within the past two weeks.");
        OneOfThree(path, datum);
        Finite($"{path}.Value", datum.Value);
        foreach (var value in datum.Values ?? []) Finite($"{path}.Values", value);
        Counts(path, datum);
        if (datum.Statistics is { } set) Check($"{path}.StatisticValues", set);
    }

    private static void OneOfThree(string path, MetricDatum datum)
    {
        (string Name, bool Given)[] ways =
        [
            ("Value", datum.Value is not null),
            ("Values", datum.Values is not null),
            ("StatisticValues", datum.Statistics is not null),
        ];
        switch (ways.Where(way => way.Given).ToList())
        {
            case []:
                throw CloudWatchErrors.Missing(
                    $"At least one of the parameters {path}.Value, {path}.Values or {path}.StatisticValues must be specified.");
            case [var first, var second, ..]:
                throw CloudWatchErrors.InvalidCombination(
                    $"The parameters {path}.{first.Name} and {path}.{second.Name} are mutually "
                    + "exclusive and you have specified both.");
        }
    }

    private static void Counts(string path, MetricDatum datum)
    {
        if (datum.Values is { } values)
        {
            if (values.Count == 0) throw CloudWatchErrors.Missing($"The parameter {path}.Values must not be empty.");
            Size($"{path}.Values", values.Count, MaximumValues);
        }
        if (datum.Counts is not { } counts) return;
        if (counts.Count != datum.Values?.Count)
            throw CloudWatchErrors.InvalidValue($"The parameters {path}.Values and {path}.Counts must be of the same size.");
        foreach (var count in counts) Positive($"{path}.Counts", count);
    }

    private static void Check(string path, StatisticSet set)
    {
        Finite($"{path}.Sum", set.Sum);
        Finite($"{path}.Minimum", set.Minimum);
        Finite($"{path}.Maximum", set.Maximum);
        Positive($"{path}.SampleCount", set.SampleCount);
        if (set.Minimum > set.Maximum)
            throw CloudWatchErrors.InvalidValue($"The parameter {path}.Maximum must be greater than {path}.Minimum.");
    }

    private static void Finite(string path, double? value)
    {
        if (value is { } number && !(Math.Abs(number) <= Largest)) throw Invalid(path, number);
    }

    private static void Positive(string path, double value)
    {
        if (!(value > 0 && value <= Largest)) throw Invalid(path, value);
    }

    private static void Size(string collection, int count, int maximum)
    {
        if (count > maximum)
            throw CloudWatchErrors.InvalidValue($"The collection {collection} must not have a size greater than {maximum}.");
    }

    private static Wire.AwsException Invalid(string path, double value) =>
        CloudWatchErrors.InvalidValue(
            $"The value {value.ToString(CultureInfo.InvariantCulture)} for parameter {path} is invalid.");
}
