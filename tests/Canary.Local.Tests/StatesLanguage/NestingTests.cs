using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StatesLanguage;

/// <summary>No depth of anything may use up the stack: that ends the whole process.</summary>
public class NestingTests
{
    private const string End = ",\"End\":true}";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(20_000, false)]
    public void Create_WithNestedCalls_AllowsTen(int depth, bool accepted)
    {
        var call = Nested("States.JsonToString(", "$", ")", depth);

        Check(
            $$""" "A":{"Type":"Pass","Parameters":{"x.$":"{{call}}"}{{End}} """,
            accepted,
            "Intrinsic functions are nested more than 10 deep");
    }

    [Fact]
    public void Create_WithManyCallsBesideEachOther_DoesNotCountThemAsNested()
    {
        var calls = string.Join(',', Enumerable.Repeat("States.Array()", 30));
        Check($$""" "A":{"Type":"Pass","Parameters":{"x.$":"States.Array({{calls}})"}{{End}} """, true, "");
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(200_000, false)]
    public void Create_WithALongPath_AllowsAsManyStepsAsJsonIsDeep(int steps, bool accepted) =>
        Check(
            $$""" "A":{"Type":"Pass","ResultPath":"${{Nested(".a", "", "", steps)}}"{{End}} """,
            accepted,
            "JSON is at most 1000 deep");

    [Theory]
    [InlineData(900, true)]
    [InlineData(50_000, false)]
    public void Create_WithNestedRules_AllowsWhatJsonAllows(int depth, bool accepted)
    {
        var rule = Nested("{\"Not\":", "{\"Variable\":\"$.a\",\"IsPresent\":true}", "}", depth);

        Check(
            $$""" "A":{"Type":"Choice","Choices":[{"Not":{{rule}},"Next":"B"}]},"B":{"Type":"Succeed"} """,
            accepted,
            "INVALID_JSON_DESCRIPTION");
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(50_000, false)]
    public void Create_WithANestedTemplate_AllowsWhatJsonAllows(int depth, bool accepted) =>
        Check(
            $$""" "A":{"Type":"Pass","Parameters":{{Nested("{\"a\":", "{\"x.$\":\"$\"}", "}", depth)}}{{End}} """,
            accepted,
            "INVALID_JSON_DESCRIPTION");

    [Fact]
    public async Task Run_ThatNestsItsDataDeeperAndDeeper_Fails()
    {
        var template = Nested("{\"a\":", "{\"x.$\":\"$\"}", "}", 900);

        var run = await _workflows.RunAsync(
            $$""" "A":{"Type":"Pass","Parameters":{{template}},"Next":"B"}"""
            + $$""","B":{"Type":"Pass","Parameters":{{template}}{{End}} """);

        Assert.Equal(
            (ExecutionStatus.Failed, "States.Runtime", "The data is nested more than 1000 deep."),
            (run.Status, run.Error, run.Cause));
    }

    private static string Nested(string open, string core, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth).Append(core).Concat(Enumerable.Repeat(close, depth)));

    private void Check(string states, bool accepted, string message)
    {
        var refusal = Record.Exception(() => _workflows.Create(states));

        if (accepted) Assert.Null(refusal);
        else
            Assert.Contains(
                message,
                Assert.IsType<AwsException>(refusal) is { Code: "InvalidDefinition" } invalid
                    ? invalid.Message
                    : refusal.ToString());
    }
}
