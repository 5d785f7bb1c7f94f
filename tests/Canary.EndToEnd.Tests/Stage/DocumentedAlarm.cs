using System.Globalization;
using Amazon.CloudWatch.Model;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>An alarm as a page of the documentation creates it, by a command that a reader may copy.</summary>
internal static class DocumentedAlarm
{
    /// <param name="page">The page, such as <c>docs/errors.md</c>.</param>
    /// <param name="name">The alarm's name there.</param>
    /// <param name="function">The function to put in place of the page's <c>orders</c>.</param>
    public static PutMetricAlarmRequest Read(string page, string name, string function)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Find(AppContext.BaseDirectory).Root, page))
            .Replace("\\\n", " ", StringComparison.Ordinal);
        var command = text.Split('\n').Single(line => line.StartsWith("aws cloudwatch put-metric-alarm", StringComparison.Ordinal)
            && line.Contains($" {name} ", StringComparison.Ordinal));
        var options = command.Split(" --").Skip(1)
            .Select(option => option.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1..]);
        return new PutMetricAlarmRequest
        {
            AlarmName = $"{options["alarm-name"][0]}-{function}",
            Namespace = options["namespace"][0],
            MetricName = options["metric-name"][0],
            Statistic = options["statistic"][0],
            Dimensions = [.. options["dimensions"].Select(words => Dimension(words, function))],
            Period = int.Parse(options["period"][0], CultureInfo.InvariantCulture),
            EvaluationPeriods = int.Parse(options["evaluation-periods"][0], CultureInfo.InvariantCulture),
            DatapointsToAlarm = options.TryGetValue("datapoints-to-alarm", out var points)
                ? int.Parse(points[0], CultureInfo.InvariantCulture)
                : null,
            Threshold = double.Parse(options["threshold"][0], CultureInfo.InvariantCulture),
            ComparisonOperator = options["comparison-operator"][0],
            TreatMissingData = options["treat-missing-data"][0],
        };
    }

    private static Dimension Dimension(string words, string function)
    {
        var parts = words.Split(',').Select(part => part.Split('=')[1]).ToList();
        return new Dimension { Name = parts[0], Value = parts[1].Replace("orders", function, StringComparison.Ordinal) };
    }
}
