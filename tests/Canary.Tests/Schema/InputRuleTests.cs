using Canary.Tests.Rollouts;

namespace Canary.Tests.Schema;

/// <summary>What no schema can say of an input: it is taken by the schema, and refused by the reader.</summary>
public class InputRuleTests
{
    private const string Names = """ "functionName": "orders", "aliasName": "live" """;
    private const string Metric = """ "name": "a", "kind": "value", "direction": "increase" """;
    private const string Source = """ "namespace": "n", "metricName": "m", "stat": "Sum", "dimensions": { "v": "{version}" } """;

    [Theory]
    [InlineData(""" "aliasName": "live" """, "aliasName is given twice.")]
    [InlineData(""" "hooks": { "afterAllowTraffic": "210987654321:function:f" } """, "is in account 210987654321")]
    [InlineData(""" "allowAlarmsInAlarm": ["a"] """, "allowAlarmsInAlarm names \"a\", which alarms does not name.")]
    [InlineData(""" "alarms": ["a\udb40\udc7fb"] """, "which has characters that do not show")]
    [InlineData(""" "alarms": ["a\u0378b"] """, "which has characters that do not show")]
    [InlineData(""" "analysis": { "errors": { "ratio": 1.00001 } } """, "with at most four decimals")]
    [InlineData(""" "analysis": { "errors": { "alpha": 0.123456789 } } """, "with at most eight decimals")]
    public void Reader_ARuleThatNoSchemaCanSay_IsCheckedByItAlone(string field, string fault) =>
        OnlyTheReader($$"""{ {{Names}}, "deploymentConfig": "AllAtOnce", {{field}} }""", fault);

    [Theory]
    [InlineData("""[{ "weight": 2, "bakeSeconds": 6 }, { "weight": 1, "bakeSeconds": 6 }]""", "The weights must rise")]
    [InlineData("""[{ "weight": 20, "bakeSeconds": 172800, "approvalSeconds": 1 }]""", "bake for 172,801 s together")]
    [InlineData("""[{ "weight": 20.001, "bakeSeconds": 60 }]""", "with at most two decimals")]
    public void Reader_ARuleOfTheSteps_IsCheckedByItAlone(string steps, string fault) =>
        OnlyTheReader($$"""{ {{Names}}, "steps": {{steps}} }""", fault);

    [Theory]
    [InlineData("m1 + m2", "names \"m2\", which is not in sources")]
    [InlineData("1", "has \"m1\", which the expression does not name")]
    [InlineData("m1 + SUM(METRICS())", "uses METRICS, which looks for metrics by itself")]
    public void Reader_ARuleOfExpressions_IsCheckedByItAlone(string expression, string fault) =>
        OnlyTheReader(Expressions(expression), fault);

    [Fact]
    public void Reader_TwoMetricsOfOneName_AreSeenByItAlone() =>
        OnlyTheReader(Expressions("m1", "m1 + 1"), "analysis.metrics names \"a\" twice.");

    [Fact]
    public void Reader_AnExpressionThatGrowsWithItsIds_IsSeenByItAlone()
    {
        var expression = string.Concat(Enumerable.Repeat("a+", 683)) + "1";

        OnlyTheReader(Expressions(expression).Replace("m1", "a", StringComparison.Ordinal), "once each of its metrics has an id");
    }

    private static string Expressions(params string[] expressions)
    {
        var metrics = expressions.Select(expression =>
            $$"""{ {{Metric}}, "expression": "{{expression}}", "sources": { "m1": { {{Source}} } } }""");
        var list = string.Join(", ", metrics);
        return $$"""{ {{Names}}, "deploymentConfig": "AllAtOnce", "analysis": { "metrics": [{{list}}] } }""";
    }

    private static void OnlyTheReader(string input, string fault)
    {
        Assert.True(SchemaFile.Input.Accepts(input), input);
        Assert.Contains(fault, Assert.Single(Given.Read(input).Faults), StringComparison.Ordinal);
    }
}
