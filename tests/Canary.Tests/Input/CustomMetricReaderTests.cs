using Canary.Analysis;
using Canary.Rollouts.Plans;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class CustomMetricReaderTests
{
    private const string Place =
        """ "namespace": "Shop", "metricName": "Declined", "dimensions": { "ExecutedVersion": "{version}", "Stage": "live" } """;
    private const string Source = $$"""{ "stat": "Sum", {{Place}} }""";

    [Fact]
    public void Read_OneMetric_IsTaken()
    {
        var metric = Assert.Single(
            Read($$"""{ "name": "declined", "kind": "count", "direction": "increase", "stat": "Sum", {{Place}} }""").Metrics);

        Assert.Equal(
            ("declined", MetricKind.Count, MetricDirection.Increase, ToleranceChoice.Custom),
            (metric.Name, metric.Kind, metric.Direction, metric.Tolerance));
        Assert.Null(metric.Expression);
        var source = Assert.Single(metric.Sources).Value;
        Assert.Equal(("Shop", "Declined", "Sum"), (source.Namespace, source.MetricName, source.Stat));
        Assert.Equal(new Dictionary<string, string> { ["ExecutedVersion"] = "{version}", ["Stage"] = "live" }, source.Dimensions);
    }

    [Fact]
    public void Read_AnExpression_IsTakenWithItsSources()
    {
        var metric = Assert.Single(Read($$"""
            { "name": "cost", "kind": "value", "direction": "decrease", "ratio": 1.2, "alpha": 0.01,
             "expression": "IF(m1 > 0, m2 / m1, 0)",
              "sources": { "m1": {{Source}}, "m2": {{Source}} } }
            """).Metrics);

        Assert.Equal((MetricKind.Value, true, new ToleranceChoice(1.2, .01)), (metric.Kind, metric.IsGood, metric.Tolerance));
        Assert.Equal("IF(m1 > 0, m2 / m1, 0)", metric.Expression);
        Assert.Equal(["m1", "m2"], metric.Sources.Keys);
    }

    [Theory]
    [InlineData("m1+", 682, null)]
    [InlineData("m1+", 683, "analysis.metrics[0].expression is \"")]
    [InlineData("a+", 682, null)]
    [InlineData(
        "a+",
        683,
        "analysis.metrics[0].expression has 1,367 characters, and 2,050 once each of its metrics has an id of two characters")]
    public void Read_AnExpressionNearCloudWatchsLimit_IsTakenAsLongAsCloudWatchTakesItWithCanarysIds(
        string part, int times, string? fault)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + "1";
        var (request, faults) = Given.Read($$"""
            { "functionName": "f", "aliasName": "a", "deploymentConfig": "Canary10Percent5Minutes", "analysis": { "metrics": [
              { "name": "n", "kind": "value", "direction": "increase", "expression": "{{text}}",
               "sources": { "{{part[..^1]}}": {{Source}} } }] } }
            """);

        if (fault is not null) Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
        else
        {
            Assert.Empty(faults);
            Assert.InRange(
                new VersionMetrics("s", "f", "a", "7").Custom(4, request.Analysis!.Metrics[0]).Last().Expression!.Length,
                text.Length,
                2_048);
        }
    }

    [Theory]
    [InlineData(
        "{ \"name\": \"a\u202eb\", KIND, ONE }",
        "analysis.metrics[0].name is \"a\\u202eb\", which has characters that do not show or that turn the writing around.")]
    [InlineData(
        "{ \"name\": \"a\u00a0b\", KIND, ONE }",
        "analysis.metrics[0].name is \"a\\u00a0b\". Leave out quotation marks, backslashes and characters that do not show.")]
    [InlineData("7", "analysis.metrics[0] is 7. It must be an object with a preset, or with name, kind, direction")]
    [InlineData("{ \"name\": 5, KIND, ONE }", "analysis.metrics[0].name is 5.")]
    [InlineData(
        "{ \"name\": \"a\\u0000b\", KIND, ONE }",
        "analysis.metrics[0].name is \"a\\u0000b\", which has characters that do not show")]
    [InlineData(
        "{ \"name\": \"the \\\"best\\\"\", KIND, ONE }",
        "analysis.metrics[0].name is \"the \\\"best\\\"\". Leave out quotation marks")]
    [InlineData(
        "{ \"name\": \"0123456789012345678901234567890123456789012345678901234567890\", KIND, ONE }", "in 1 to 60 characters")]
    [InlineData("{ KIND, ONE }", "analysis.metrics[0].name is missing")]
    [InlineData("{ NAME, \"direction\": \"increase\", ONE }", "analysis.metrics[0].kind is missing")]
    [InlineData("{ NAME, \"kind\": \"count\", ONE }", "analysis.metrics[0].direction is missing")]
    [InlineData(
        "{ NAME, \"kind\": \"sum\", \"direction\": \"increase\", ONE }",
        "analysis.metrics[0].kind is \"sum\". It must be one of count, value")]
    [InlineData(
        "{ NAME, \"kind\": \"count\", \"direction\": \"up\", ONE }",
        "analysis.metrics[0].direction is \"up\". It must be one of increase, decrease")]
    [InlineData("{ NAME, KIND, ONE, \"ratio\": 0 }", "analysis.metrics[0].ratio is 0.")]
    [InlineData("{ NAME, KIND, ONE, \"unit\": \"ms\" }", "analysis.metrics[0].unit is not a field that Canary knows")]
    [InlineData("{ NAME, KIND, ONE, \"sources\": {} }", "analysis.metrics[0].sources is given without expression")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"\", \"metricName\": \"m\", \"stat\": \"Sum\", DIMENSIONS }",
        "analysis.metrics[0].namespace is \"\".")]
    [InlineData(
        "{ NAME, KIND, \"metricName\": \"m\", \"stat\": \"Sum\", DIMENSIONS }", "analysis.metrics[0].namespace is missing")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\" }",
        "analysis.metrics[0].dimensions is missing")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\", \"dimensions\": [] }",
        "analysis.metrics[0].dimensions is []. It must be an object")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\", \"dimensions\": { \"v\": 4 } }",
        "analysis.metrics[0].dimensions.v is 4. It must be a text")]
    [InlineData("{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\", \"dimensions\": "
        + "{ \"v\": \"{version}\", \"v\": \"x\" } }", "analysis.metrics[0].dimensions.v is given twice")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\", \"dimensions\": { \"v\": \"4\" } }",
        "analysis.metrics[0] names no {version} in the dimensions")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"Sum\", \"dimensions\": {} }",
        "analysis.metrics[0] names no {version}")]
    [InlineData(
        "{ NAME, KIND, \"namespace\": \"n\", \"metricName\": \"m\", \"stat\": \"p99\", DIMENSIONS }",
        "analysis.metrics[0].stat is \"p99\" with kind \"count\". Requests are counted by Sum or SampleCount.")]
    [InlineData(
        "{ NAME, \"kind\": \"value\", \"direction\": \"decrease\", ONE }",
        "analysis.metrics[0].stat is \"Sum\" with kind \"value\". The version with less traffic has less of it")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"increase\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"Minimum\", DIMENSIONS }",
        "stat is \"Minimum\" with kind \"value\". It is more extreme the more requests there are")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"increase\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"Maximum\", DIMENSIONS }",
        "stat is \"Maximum\" with kind \"value\". It is more extreme the more requests there are")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"decrease\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"Maximum\", DIMENSIONS }",
        "stat is \"Maximum\" with kind \"value\". It is more extreme the more requests there are")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"increase\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"p100\", DIMENSIONS }",
        "stat is \"p100\" with kind \"value\". It is more extreme the more requests there are")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"decrease\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"p0.0\", DIMENSIONS }",
        "stat is \"p0.0\" with kind \"value\". It is more extreme the more requests there are")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"increase\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"tc90\", DIMENSIONS }",
        "stat is \"tc90\" with kind \"value\". The version with less traffic has less of it")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"decrease\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"ts99.9\", DIMENSIONS }",
        "stat is \"ts99.9\" with kind \"value\". The version with less traffic has less of it")]
    [InlineData("{ NAME, \"kind\": \"value\", \"direction\": \"decrease\", \"namespace\": \"n\", \"metricName\": "
        + "\"m\", \"stat\": \"TS(10%:90%)\", DIMENSIONS }",
        "stat is \"TS(10%:90%)\" with kind \"value\". The version with less traffic has less of it")]
    [InlineData("{ NAME, \"kind\": \"count\", \"direction\": \"increase\", \"namespace\": \"n\", \"metricName\": \"m\", "
        + "\"stat\": \"TC(10%:90%)\", DIMENSIONS }", "stat is \"TC(10%:90%)\" with kind \"count\". Requests are counted by")]
    public void Read_AFaultyMetric_QuotesTheValueAndSaysWhatToDo(string metric, string fault) =>
        Assert.Contains(fault, Assert.Single(Read(Filled(metric)).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"expression\": \"\", \"sources\": { \"m1\": SOURCE }", "analysis.metrics[0].expression is \"\".")]
    [InlineData("\"expression\": 1, \"sources\": { \"m1\": SOURCE }", "analysis.metrics[0].expression is 1.")]
    [InlineData("\"expression\": \"m1\"", "analysis.metrics[0].sources must be an object of the metrics by their ids")]
    [InlineData("\"expression\": \"m1\", \"sources\": []", "analysis.metrics[0].sources must be an object")]
    [InlineData("\"expression\": \"1 + 1\", \"sources\": {}", "analysis.metrics[0].sources has no metric.")]
    [InlineData(
        "\"expression\": \"m1\", \"sources\": { \"m1\": SOURCE }, \"stat\": \"Sum\"",
        "analysis.metrics[0].stat is given beside expression")]
    [InlineData("\"expression\": \"m1\", \"sources\": { \"m1\": 3 }", "analysis.metrics[0].sources.m1 is 3.")]
    [InlineData(
        "\"expression\": \"m1\", \"sources\": { \"m1\": SOURCE, \"m1\": SOURCE }",
        "analysis.metrics[0].sources.m1 is given twice")]
    [InlineData(
        "\"expression\": \"m1\", \"sources\": { \"m1\": SOURCE, \"M2\": SOURCE }", "analysis.metrics[0].sources.M2 is no id")]
    [InlineData(
        "\"expression\": \"m1 + m2\", \"sources\": { \"m1\": SOURCE }",
        "analysis.metrics[0].expression names \"m2\", which is not in sources")]
    [InlineData(
        "\"expression\": \"m1 + v_errors\", \"sources\": { \"m1\": SOURCE }",
        "analysis.metrics[0].expression names \"v_errors\", which is not in sources")]
    [InlineData(
        "\"expression\": \"m1 / SUM(METRICS())\", \"sources\": { \"m1\": SOURCE }",
        "analysis.metrics[0].expression uses METRICS, which looks for metrics by itself")]
    [InlineData(
        "\"expression\": \"Select(m1)\", \"sources\": { \"m1\": SOURCE }",
        "analysis.metrics[0].expression uses Select, which looks for metrics by itself")]
    [InlineData(
        "\"expression\": \"m1 + 1\", \"sources\": { \"m1\": SOURCE, \"m2\": SOURCE }",
        "analysis.metrics[0].sources has \"m2\", which the expression does not name")]
    public void Read_AFaultyExpression_QuotesTheValueAndSaysWhatToDo(string more, string fault) =>
        Assert.Contains(fault, Assert.Single(Read(Filled($$"""{ NAME, KIND, {{more}} }""")).Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_TwoOfOneName_IsAFault()
    {
        var one = Filled("{ NAME, KIND, ONE }");

        Assert.Contains(
            "analysis.metrics names \"declined\" twice", Assert.Single(Read($"{one}, {one}").Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SixMetricsOrElevenSources_AreTooMany()
    {
        var six = string.Join(",", Enumerable.Range(0, 6)
            .Select(i => Filled("{ NAME, KIND, ONE }").Replace("declined", $"d{i}", StringComparison.Ordinal)));
        var eleven = string.Join(",", Enumerable.Range(0, 11).Select(i => $"\"m{i}\": {Source}"));

        Assert.Contains("at most 5 metrics", Assert.Single(Read(six).Faults), StringComparison.Ordinal);
        Assert.Contains("sources has 11 metrics. An expression may have 10", Assert.Single(
            Read(Filled($$"""{ NAME, KIND, "expression": "m1", "sources": { {{eleven}} } }""")).Faults),
            StringComparison.Ordinal);
    }

    private static string Filled(string metric) => metric
        .Replace("NAME", "\"name\": \"declined\"", StringComparison.Ordinal)
        .Replace("KIND", "\"kind\": \"count\", \"direction\": \"increase\"", StringComparison.Ordinal)
        .Replace("ONE", $"\"stat\": \"Sum\", {Place}", StringComparison.Ordinal)
        .Replace("DIMENSIONS", "\"dimensions\": { \"v\": \"{version}\" }", StringComparison.Ordinal)
        .Replace("SOURCE", Source, StringComparison.Ordinal);

    private static (IReadOnlyList<CustomMetric> Metrics, List<string> Faults) Read(string metrics)
    {
        var (request, faults) = Given.Read($$"""
            { "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes",
             "analysis": { "metrics": [{{metrics}}] } }
            """);
        return (request.Analysis!.Metrics, faults);
    }
}
