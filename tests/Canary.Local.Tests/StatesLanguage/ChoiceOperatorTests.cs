using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StatesLanguage;

/// <summary>
/// Every comparison of the Amazon States Language, with a constant and with a path, for a smaller, an equal and a greater value,
/// and for values of every other kind: "if the types do not match, the comparison is false"
/// (https://states-language.net/spec.html#choice-state).
/// </summary>
public class ChoiceOperatorTests
{
    // Of each kind a smaller and a greater value; "a" and "B" show that the order is that of the characters' codes.
    private static readonly Dictionary<string, (string Less, string More)> Values = new()
    {
        ["String"] = ("\"B\"", "\"a\""),
        ["Numeric"] = ("-1.5", "2"),
        ["Timestamp"] = ("\"2026-01-01T12:00:00+02:00\"", "\"2026-01-01T10:00:00.001Z\""),
        ["Boolean"] = ("false", "true"),
    };

    private static readonly Dictionary<string, (bool Less, bool Equal, bool More)> Relations = new()
    {
        ["Equals"] = (false, true, false),
        ["LessThan"] = (true, false, false),
        ["LessThanEquals"] = (true, true, false),
        ["GreaterThan"] = (false, false, true),
        ["GreaterThanEquals"] = (false, true, true),
    };

    private readonly Workflows _workflows = new();

    private static IEnumerable<(string Kind, string Relation)> Operators =>
        from kind in Values.Keys
        from relation in Relations.Keys
        where kind != "Boolean" || relation == "Equals"
        select (kind, relation);

    public static TheoryData<string, string, string, bool> Comparisons()
    {
        var table = new TheoryData<string, string, string, bool>();
        foreach (var (kind, relation) in Operators)
        {
            var ((less, more), holds) = (Values[kind], Relations[relation]);
            table.Add(kind + relation, less, more, holds.Less);
            table.Add(kind + relation, more, more, holds.Equal);
            table.Add(kind + relation, more, less, holds.More);
        }
        return table;
    }

    public static TheoryData<string, string, string> Mismatches()
    {
        var table = new TheoryData<string, string, string>();
        foreach (var (kind, relation) in Operators)
        {
            var fitting = Values[kind].More;
            // A timestamp is a string too, so only the other way round is it a mismatch.
            var others = Values.Where(value => value.Key != kind && (kind, value.Key) != ("String", "Timestamp"))
                .Select(value => value.Value.More);
            foreach (var other in (string[])[.. others, "null", "{}", "[]", "\"2026-01-01\"", "\"2026-01-01t10:00:00z\""])
                if (kind != "String" || other[0] != '"') table.Add(kind + relation, other, fitting);
        }
        return table;
    }

    public static TheoryData<string, string> AllOperators()
    {
        var table = new TheoryData<string, string>();
        foreach (var (kind, relation) in Operators) table.Add(kind + relation, Values[kind].More);
        foreach (var test in (string[])["IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp"]) table.Add(test, "true");
        table.Add("StringMatches", "\"*\"");
        return table;
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Comparison_OfTwoOfAKind_HoldsByTheirOrder(string name, string left, string right, bool holds)
    {
        Assert.Equal(holds, await HoldsAsync($"\"Variable\":\"$.left\",\"{name}\":{right}", left, "null"));
        Assert.Equal(holds, await HoldsAsync($"\"Variable\":\"$.left\",\"{name}Path\":\"$.right\"", left, right));
    }

    [Theory]
    [MemberData(nameof(Mismatches))]
    public async Task Comparison_OfTwoKinds_IsFalseAndNoFault(string name, string other, string fitting)
    {
        Assert.False(await HoldsAsync($"\"Variable\":\"$.left\",\"{name}\":{fitting}", other, "null"));
        Assert.False(await HoldsAsync($"\"Variable\":\"$.left\",\"{name}Path\":\"$.right\"", other, fitting));
        Assert.False(await HoldsAsync($"\"Variable\":\"$.left\",\"{name}Path\":\"$.right\"", fitting, other));
    }

    [Theory]
    [MemberData(nameof(AllOperators))]
    public async Task Operator_OnAPathThatLeadsNowhere_FailsTheExecution(string name, string value)
    {
        var run = await RunAsync($"\"Variable\":\"$.none\",\"{name}\":{value}", "1", "1");

        Assert.Equal((ExecutionStatus.Failed, "States.Runtime"), (run.Status, run.Error));
        Assert.EndsWith(
            "Invalid path '$.none': The choice state's condition path references an invalid value.",
            run.Cause,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData("log-*.txt", "log-.txt", true)]
    [InlineData("log-*.txt", "log-1\\n2.txt", true)]
    [InlineData("log-*.txt", "log-1.txt.gz", false)]
    [InlineData("*.*", "a.b.c", true)]
    [InlineData("a?c", "abc", false)]
    [InlineData("[a]+", "[a]+", true)]
    [InlineData("\\\\\\\\", "\\\\", true)]
    [InlineData("\\\\\\\\*", "\\\\tail", true)]
    [InlineData("100 \\\\*", "100 *", true)]
    [InlineData("100 \\\\*", "100 %", false)]
    public async Task StringMatches_WithStarsAndBackslashes_KnowsNoOtherSign(string pattern, string text, bool holds) =>
        Assert.Equal(holds, await HoldsAsync($"\"Variable\":\"$.left\",\"StringMatches\":\"{pattern}\"", $"\"{text}\"", "null"));

    [Theory]
    [InlineData("a\\\\b")]
    [InlineData("a\\\\")]
    [InlineData("\\\\\\\\\\\\*\\\\n")]
    public void StringMatches_WithABackslashThatEscapesNothing_IsRefused(string pattern)
    {
        var refusal = Assert.Throws<AwsException>(
            () => _workflows.Create(States($"\"Variable\":\"$.left\",\"StringMatches\":\"{pattern}\"")));

        Assert.Contains("A backslash escapes nothing in '", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IsPresent", "null", true)]
    [InlineData("IsNull", "null", true)]
    [InlineData("IsNull", "0", false)]
    [InlineData("IsNumeric", "-1.5e3", true)]
    [InlineData("IsNumeric", "\"1\"", false)]
    [InlineData("IsString", "\"\"", true)]
    [InlineData("IsString", "[]", false)]
    [InlineData("IsBoolean", "false", true)]
    [InlineData("IsBoolean", "\"true\"", false)]
    [InlineData("IsTimestamp", "\"2026-01-01T10:00:00.123+02:00\"", true)]
    [InlineData("IsTimestamp", "\"2026-01-01T10:00:00z\"", false)]
    [InlineData("IsTimestamp", "\"2026-13-01T10:00:00Z\"", false)]
    [InlineData("IsTimestamp", "1767261600", false)]
    public async Task Test_OfAKind_AnswersBothQuestions(string name, string value, bool holds)
    {
        Assert.Equal(holds, await HoldsAsync($"\"Variable\":\"$.left\",\"{name}\":true", value, "null"));
        Assert.Equal(!holds, await HoldsAsync($"\"Variable\":\"$.left\",\"{name}\":false", value, "null"));
    }

    private async Task<bool> HoldsAsync(string rule, string left, string right)
    {
        var run = await RunAsync(rule, left, right);
        Assert.Equal((ExecutionStatus.Succeeded, null), (run.Status, run.Cause));
        return run.Output == "true";
    }

    private Task<ExecutionDescription> RunAsync(string rule, string left, string right) =>
        _workflows.RunAsync(States(rule), $$"""{"left":{{left}},"right":{{right}}}""");

    private static string States(string rule) => $$"""
        "A":{"Type":"Choice","Choices":[{{{rule}},"Next":"Yes"}],"Default":"No"},
        "Yes":{"Type":"Pass","Result":true,"End":true},
        "No":{"Type":"Pass","Result":false,"End":true}
        """;
}
