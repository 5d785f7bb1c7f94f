using Canary.Local.CloudWatch.Metrics;

namespace Canary.Local.Tests.CloudWatch.Metrics;

public class EmbeddedMetricFormatTests
{
    private const string Directive =
        """{ "Namespace": "Shop", "Dimensions": [["Function", "Version"]], "Metrics": [{ "Name": "Time", "Unit": "Count" }] }""";
    private const string Targets = """ "Function": "orders", "Version": "7", "Time": 3 """;

    [Fact]
    public void Read_ADocument_IsEachOfItsMetricsWithEachOfItsDimensionSets()
    {
        var metrics = EmbeddedMetricFormat.Read("""
            {"_aws":{"Timestamp":1574109732004,"Unknown":1,"CloudWatchMetrics":[
              {"Namespace":"Shop","Dimensions":[["Function","Version"],[]],
               "Metrics":[{"Name":"Time","Unit":"Milliseconds","StorageResolution":1},{"Name":"Sizes"}]}]},
             "Function":"orders","Version":"7","Time":1.5,"Sizes":[1,2],"requestId":{"any":"thing"}}
            """);

        Assert.Equal(
        [
            "Shop Time {Function=orders, Version=7} 1.5 Milliseconds", "Shop Time {} 1.5 Milliseconds",
            "Shop Sizes {Function=orders, Version=7} 1 2 None", "Shop Sizes {} 1 2 None",
        ], metrics.Select(metric => $"{metric.Identity} {string.Join(' ', metric.Values)} {metric.Unit}"));
        Assert.All(metrics, metric => Assert.Equal(1574109732004, metric.Timestamp.ToUnixTimeMilliseconds()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-01T00:00:00.000Z\t8a9f4b1e\tinfo\t")]
    public void Read_ADocumentAfterWhatLambdaWritesFirst_IsTaken(string before) =>
        Assert.Single(EmbeddedMetricFormat.Read(before + Document(Directive, Targets)));

    [Theory]
    [InlineData("Hello")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"_aws\": 1}")]
    [InlineData("\"_aws\"")]
    public void Read_ALineThatIsNoDocument_HasNone(string line) => Assert.Empty(EmbeddedMetricFormat.Read(line));

    [Fact]
    public void Read_MoreAfterTheDocument_IsNoDocument() =>
        Assert.Empty(EmbeddedMetricFormat.Read(Document(Directive, Targets) + " done"));

    [Fact]
    public void Read_ALineLongerThanAnEventMayBe_HasNone()
    {
        var longest = Document(Directive, $"""{Targets}, "more": "MORE" """);

        Assert.Single(EmbeddedMetricFormat.Read(longest.Replace("MORE", new string('x', 1_000_000), StringComparison.Ordinal)));
        Assert.Empty(EmbeddedMetricFormat.Read(longest.Replace("MORE", new string('x', 1_048_577), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"Timestamp\": 1574109732004", "\"Timestamp\": \"1574109732004\"")]
    [InlineData("\"Timestamp\": 1574109732004", "\"Timestamp\": 1.5")]
    [InlineData("\"Timestamp\": 1574109732004", "\"Timestamp\": -1")]
    [InlineData("\"Timestamp\": 1574109732004, ", "")]
    [InlineData("\"CloudWatchMetrics\": [", "\"cloudWatchMetrics\": [")]
    [InlineData("\"Namespace\": \"Shop\"", "\"Namespace\": \"\"")]
    [InlineData("\"Namespace\": \"Shop\"", "\"Namespace\": 5")]
    [InlineData("\"Namespace\": \"Shop\"", "\"Namespace\": \"AWS/Lambda\"")]
    [InlineData("\"Namespace\": \"Shop\"", "\"Namespace\": \":Shop\"")]
    [InlineData("[[\"Function\", \"Version\"]]", "[]")]
    [InlineData("[[\"Function\", \"Version\"]]", "[\"Function\", \"Version\"]")]
    [InlineData("[[\"Function\", \"Version\"]]", "[[\"Function\", \"Function\"]]")]
    [InlineData("[[\"Function\", \"Version\"]]", "[[\"Function\", \"Stage\"]]")]
    [InlineData("[[\"Function\", \"Version\"]]", "[[\"Function\"], [\"Time\"]]")]
    [InlineData("\"Name\": \"Time\"", "\"Name\": \"Other\"")]
    [InlineData("\"Name\": \"Time\"", "\"Name\": \"Version\"")]
    [InlineData("\"Unit\": \"Count\"", "\"Unit\": \"Pieces\"")]
    [InlineData("\"Unit\": \"Count\"", "\"StorageResolution\": 5")]
    [InlineData("\"Version\": \"7\"", "\"Version\": 7")]
    [InlineData("\"Version\": \"7\"", "\"Version\": \"\"")]
    [InlineData("\"Time\": 3", "\"Time\": \"3\"")]
    [InlineData("\"Time\": 3", "\"Time\": [3, null]")]
    [InlineData("\"Time\": 3", "\"Time\": 1e200")]
    public void Read_ADocumentThatBreaksTheSpecification_HasNone(string good, string bad)
    {
        var document = Document(Directive, Targets);

        Assert.Single(EmbeddedMetricFormat.Read(document));
        Assert.Empty(EmbeddedMetricFormat.Read(document.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(100, 30, 100)]
    [InlineData(101, 1, 1)]
    [InlineData(1, 31, 1)]
    [InlineData(1, 1, 101)]
    public void Read_MoreThanTheFormatAllows_HasNone(int metrics, int dimensions, int values)
    {
        var keys = Enumerable.Range(0, dimensions).Select(i => $"d{i}").ToList();
        var names = Enumerable.Range(0, metrics).Select(i => $"m{i}").ToList();
        var directive = $$"""
            { "Namespace": "Shop", "Dimensions": [[{{Joined(keys, key => $"\"{key}\"")}}]],
              "Metrics": [{{Joined(names, name => $$"""{ "Name": "{{name}}" }""")}}] }
            """;
        var value = $"[{string.Join(", ", Enumerable.Range(0, values))}]";
        var targets = string.Join(
            ", ", keys.Select(key => $"\"{key}\": \"v\"").Concat(names.Select(name => $"\"{name}\": {value}")));

        var read = EmbeddedMetricFormat.Read(Document(directive, targets));

        Assert.Equal((metrics, dimensions, values) is ( <= 100, <= 30, <= 100) ? metrics : 0, read.Count);
    }

    private static string Joined(IEnumerable<string> texts, Func<string, string> write) => string.Join(", ", texts.Select(write));

    private static string Document(string directive, string targets) =>
        $$"""{ "_aws": { "Timestamp": 1574109732004, "CloudWatchMetrics": [{{directive}}] }, {{targets}} }""";
}
