using System.Globalization;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.MetricMath;

/// <summary>Metric math, by the page "Using metric math" of the CloudWatch user guide. A dash is a minute without data.</summary>
public sealed class MetricMathTests : IDisposable
{
    private const string Functions =
        "ABS, AVG, DATAPOINT_COUNT, DIFF, FILL, IF, MAX, METRICS, MIN, PERIOD, RATE, SUM are functions here";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly CloudWatchUnderTest _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Theory]
    // "Comparison and logical operators": metric1 has values of [30, 20, 0, 0] and metric2 has values of [20, -, 20, -].
    [InlineData("metric1 < metric2", "0 0 1 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 >= 30", "1 0 0 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 > 15 AND metric2 > 15", "1 0 0 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 > 15 && metric2 > 15", "1 0 0 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 > 15 OR metric2 > 15", "1 1 1 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 > 15 || metric2 > 15", "1 1 1 0", "30 20 0 0", "20 - 20 -", "-")]
    [InlineData("metric1 == 0", "0 0 1 1", "30 20 0 0", "-", "-")]
    [InlineData("metric1 != 20", "1 0 1 1", "30 20 0 0", "-", "-")]
    [InlineData("metric1 <= 20", "0 1 1 1", "30 20 0 0", "-", "-")]
    // "Using IF expressions": its tables.
    [InlineData("IF(metric1, metric2, metric3)", "30 0 20 - -", "1 1 0 0 -", "30 - 0 0 30", "0 0 20 - 20")]
    [InlineData("IF(metric1, 5, metric3)", "5 5 20 - -", "1 1 0 0 -", "-", "0 0 20 - 20")]
    [InlineData("IF(metric1, metric2, 5)", "30 0 5 5 -", "1 1 0 0 -", "30 - 0 0 30", "-")]
    // Its use cases: only low values; one of two values.
    [InlineData("IF(metric1<400, metric1)", "399 - -", "399 400 -", "-", "-")]
    [InlineData("IF(metric1<400, 10, 2)", "10 2 -", "399 400 -", "-", "-")]
    [InlineData("IF(2 > 1, metric2, metric3)", "7 -", "-", "7 -", "8 8")]
    [InlineData("IF(1 > 2, metric2, metric3)", "8 8", "-", "7 -", "8 8")]
    [InlineData("IF(1 > 2, metric2)", "- -", "-", "7 -", "-")]
    // "Basic arithmetic functions": missing values in a time series are treated as 0; what would be divided by zero is dropped.
    [InlineData("5 * metric1", "5 - 15", "1 - 3", "-", "-")]
    [InlineData("metric1 - metric2", "-1 -2 3 -", "1 - 3 -", "2 2 - -", "-")]
    [InlineData("metric1 / metric2", "0.5 - 0", "1 1 -", "2 0 4", "-")]
    [InlineData("metric1 / metric2", "0.5 - -", "1 1 -", "2 - -", "-")]
    [InlineData("100 * metric1 / metric2", "25 100", "1 2", "4 2", "-")]
    [InlineData("-metric1 ^ 2", "-9", "3", "-", "-")]
    [InlineData("metric1 ^ -1", "0.5 -", "2 0", "-", "-")]
    [InlineData("2 + metric1 * 3 - 1", "7", "2", "-", "-")]
    [InlineData("(2 + metric1) * (3 - 1)", "8", "2", "-", "-")]
    [InlineData("metric1 - 2 - 1", "2", "5", "-", "-")]
    [InlineData("SUM(100/[metric1, metric2])", "60 - 50", "2 - 0", "10 - 2", "-")]
    [InlineData("AVG([metric1,metric2]/metric3)", "1.5", "2", "4", "2")]
    [InlineData("SUM(-[metric1, metric2])", "-3", "1", "2", "-")]
    // "Functions supported for metric math": the examples that have only what is computed here.
    [InlineData("ABS(metric1-metric2)", "1 1", "1 2", "2 1", "-")]
    [InlineData("MIN(ABS([metric1, metric2]))", "1 3", "1 3", "2 -", "-")]
    [InlineData("SUM([metric1,metric2])/AVG(metric2)", "3 3", "1 3", "2 0", "-")]
    [InlineData("metric1 - AVG(metric1)", "-1 2 -", "0 3 -", "- - -", "-", 3)]
    [InlineData("metric1-AVG([metric1,metric2])", "0.5 0 -2", "1 2 -", "- 2 4", "-")]
    [InlineData("MAX(metric1)/metric1", "4 1", "1 4", "-", "-")]
    [InlineData("metric1-MIN(metric1)", "0 3", "1 4", "-", "-")]
    [InlineData("MAX([metric1,metric2])", "3 4 -", "1 4 -", "3 - -", "-")]
    [InlineData("MIN([metric1,metric2])", "1 4 -", "1 4 -", "3 - -", "-")]
    [InlineData("metric2 * SUM(metric1) / DATAPOINT_COUNT(metric1)", "2 2 2", "1 - 3", "1 1 1", "-")]
    [InlineData("DATAPOINT_COUNT([metric1,metric2])", "2 1 -", "1 - -", "1 1 -", "-")]
    [InlineData("metric1/PERIOD(metric1)", "1 2", "60 120", "-", "-")]
    [InlineData("DIFF(metric1)", "- 2 - -6", "1 3 - -3", "-", "-")]
    [InlineData("RATE(metric1)", "- 2 - -1", "0 120 - 0", "-", "-")]
    [InlineData("FILL(metric1,10)", "10 1 10", "- 1 -", "-", "-")]
    [InlineData("FILL(metric1, 0)", "0 0", "- -", "-", "-")]
    [InlineData("FILL(metric1, MIN(metric1))", "2 1 1", "2 - 1", "-", "-")]
    [InlineData("FILL(metric1, metric2)", "8 1 -", "- 1 -", "8 9 -", "-")]
    [InlineData("FILL(metric1, REPEAT)", "- 1 1 2 2", "- 1 - 2 -", "-", "-")]
    [InlineData("FILL(metric1, LINEAR)", "- 1 2 3 4 -", "- 1 - - 4 -", "-", "-")]
    [InlineData("FILL(metric1, 0) / FILL(metric2, 0) * 100", "50 -", "1 -", "2 -", "-")]
    [InlineData("SUM(METRICS())", "6 4 -", "1 4 -", "2 - -", "3 - -")]
    [InlineData("SUM(METRICS())/SUM(metric1)", "3", "2", "4", "-")]
    [InlineData("SUM([METRICS(\"c1\"), METRICS('c2')])", "3", "1", "2", "9")]
    public void GetMetricData_ExpressionOfTheGuide_IsWhatItSays(
        string expression, string expected, string first, string second, string third, int? minutes = null)
    {
        Put(1, first);
        Put(2, second);
        Put(3, third);
        var span = new MetricSpan(Noon.AddMinutes(-60), Noon.AddMinutes(-60 + (minutes ?? expected.Split(' ').Length)));

        var result = _cloud.Service.GetMetricData(
            [Query(1), Query(2), Query(3), new ExpressionQuery("e1", expression)], span, oldestFirst: true)
            .Single();

        Assert.Equal(("e1", "e1", expected), (result.Id, result.Label, Text(result, span)));
    }

    [Fact]
    public void GetMetricData_ArrayOfSeries_IsSeveralResultsOfOneId()
    {
        Put(1, "1 2");
        Put(2, "5");

        var results = Ask(
            Query(1, shown: true), Query(2) with { Label = "second" }, new ExpressionQuery(
                "e1", "METRICS() * 2", Label: "Doubled"),
            new ExpressionQuery("e2", "FILL(METRICS(), 0)", Label: ""));

        Assert.Equal(["metric1", "e1", "e1", "e2", "e2"], results.Select(result => result.Id));
        Assert.Equal(
            ["metric1", "Doubled metric1", "Doubled second", "metric1", "second"], results.Select(result => result.Label));
        Assert.Equal(
            [2.0, 4, 10], results.Skip(1).Take(2).SelectMany(result => result.Points).Select(point => point.Value).Order());
        Assert.Equal(Noon.AddMinutes(-59), results[0].Points[0].Timestamp);
    }

    [Fact]
    public void GetMetricData_ExpressionOfExpressions_IsComputedInAnyOrder()
    {
        Put(1, "1 3");
        Put(2, "4 4");

        var results = Ask(
            new ExpressionQuery("percent", "rate * 100"), new ExpressionQuery(
                "rate", "metric1 / metric2", ReturnData: false), Query(1), Query(2),
            new ExpressionQuery("bad", "percent > 50", Period: 60));

        Assert.Equal(["percent", "bad"], results.Select(result => result.Id));
        Assert.Equal([75.0, 25], results[0].Points.Select(point => point.Value));
        Assert.Equal([1.0, 0], results[1].Points.Select(point => point.Value));
    }

    [Theory]
    [InlineData("AVG(metric1)", "it comes to a number; an expression must come to a time series or an array of them")]
    [InlineData("5 * 3", "there is no metric in it")]
    [InlineData("metric9 + 1", "there is no query with the id metric9")]
    [InlineData("e1 + metric1", "it leads back to itself: e1 -> e1")]
    [InlineData("[metric1] + [metric2]", "Unsupported operand type(s) for +: '[Array[TimeSeries], Array[TimeSeries]]'")]
    [InlineData("METRICS() > 1", "Unsupported operand type(s) for >: '[Array[TimeSeries], Scalar]'")]
    [InlineData("CEIL(metric1)", $"Canary.Local does not support CEIL; {Functions}")]
    [InlineData("SEARCH('{AWS/Lambda}', 'Sum')", $"Canary.Local does not support SEARCH; {Functions}")]
    [InlineData("SELECT AVG(metric1) FROM Shop", "Canary.Local does not support queries of Metrics Insights")]
    [InlineData("sum(metric1)", "unexpected '(' at character 3")]
    [InlineData("metric1 +", "it ends too early")]
    [InlineData("metric1 metric2", "unexpected 'metric2' at character 8")]
    [InlineData("(metric1", "it ends too early")]
    [InlineData("metric1 = 1", "unexpected '=' at character 8")]
    [InlineData("metric1 + 1.2.3", "unexpected '1.2.3' at character 10")]
    [InlineData("METRICS(\"a)", "the quote at character 8 is not closed")]
    [InlineData("METRICS(metric1)", "METRICS takes nothing, or a text in quotes")]
    [InlineData("PERIOD(-metric1) * metric1", "PERIOD takes the id of a metric")]
    [InlineData("FILL(metric1)", "FILL takes what to fill, and with what")]
    [InlineData("FILL(metric1, [metric2])", "FILL does not fill with Array[TimeSeries]")]
    [InlineData("FILL(1, metric2)", "FILL does not take [Scalar]")]
    [InlineData("metric1 + REPEAT", "REPEAT belongs into FILL")]
    [InlineData("metric1 + \"a\"", "a text in quotes belongs into METRICS")]
    [InlineData("IF(1, 2, metric1)", "IF does not take [Scalar, Scalar, TimeSeries]")]
    [InlineData("IF(METRICS(), 1, 0)", "IF does not take [Array[TimeSeries], Scalar, Scalar]")]
    [InlineData("SUM(metric1, metric2)", "SUM does not take [TimeSeries, TimeSeries]")]
    [InlineData("ABS(1) + metric1", "ABS does not take [Scalar]")]
    [InlineData("metric1 + AND", "unexpected 'AND' at character 10")]
    [InlineData("metric1 + hourly", "Canary.Local does not support metrics of different periods (60, 3600) in one expression")]
    public void GetMetricData_Expression_IsRefusedByName(string expression, string why)
    {
        var refusal = Assert.Throws<AwsException>(() => Ask(
            Query(1), Query(2), Query(3) with
            {
                Id = "hourly",
                Period = expression.Contains("hourly", StringComparison.Ordinal) ? 3600 : 60,
            },
            new ExpressionQuery("e1", expression)));

        Assert.Equal(("ValidationException", $"Error in expression 'e1': {why}."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void GetMetricData_NestedWithoutEnd_IsRefusedBeforeItUsesUpTheStack()
    {
        foreach (var part in new[] { "(", "-", "SUM(", "2^", "[" })
        {
            var endless = new ExpressionQuery("e1", string.Concat(Enumerable.Repeat(part, 500)));

            var refusal = Assert.Throws<AwsException>(() => Ask(Query(1), endless));

            Assert.Equal("Error in expression 'e1': it is nested deeper than 200.", refusal.Message);
        }
    }

    [Fact]
    public void GetMetricData_LongExpression_IsRefusedByTheModel()
    {
        var refusal = Assert.Throws<AwsException>(
            () => Ask(Query(1), new ExpressionQuery("e1", $"metric1{new string(' ', 2_042)}")));

        Assert.EndsWith(
            "at 'metricDataQueries.2.member.expression' failed to satisfy constraint: Member must have "
            + "length less than or equal to 2048",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetMetricData_AnotherPeriodThanTheMetrics_IsRefused()
    {
        var refusal = Assert.Throws<AwsException>(() => Ask(Query(1), new ExpressionQuery("e1", "metric1", Period: 300)));

        Assert.Equal(
            "Error in expression 'e1': Canary.Local does not support another Period (300) than that of its metrics (60).",
            refusal.Message);
    }

    private static MetricStatQuery Query(int number, bool shown = false) => new(
        $"metric{number}", Metric(number), "Sum", 60, ReturnData: shown);

    private static MetricIdentity Metric(int number) => new("Shop", $"metric{number}", []);

    private static string Text(MetricDataResult result, MetricSpan span) => string.Join(' ', Enumerable
        .Range(0, (int)(span.End - span.Start).TotalMinutes)
        .Select(minute => result.Points.SingleOrDefault(point => point.Timestamp == span.Start.AddMinutes(minute)))
        .Select(point => point is null ? "-" : point.Value.ToString(CultureInfo.InvariantCulture)));

    private IReadOnlyList<MetricDataResult> Ask(params MetricDataQuery[] queries) =>
        _cloud.Service.GetMetricData(queries, new MetricSpan(Noon.AddHours(-1), Noon));

    private void Put(int number, string values)
    {
        foreach (var (minute, value) in values.Split(' ').Index())
        {
            if (value == "-") continue;
            var parsed = double.Parse(value, CultureInfo.InvariantCulture);
            _cloud.Service.Metrics.Put("Shop", Metric(number).Name, [], Noon.AddMinutes(minute - 60), parsed, "Count");
        }
    }
}
