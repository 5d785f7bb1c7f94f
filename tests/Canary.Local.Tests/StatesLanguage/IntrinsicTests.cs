using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StatesLanguage;

/// <summary>
/// Intrinsic functions: those that Canary.Local has, by the specification's rules and examples, and the rest, refused by name.
/// </summary>
public class IntrinsicTests
{
    private const string Input = """
        {"name":"Arnav","template":"Hello, my name is {}.","someString":"{\"hello\": \"world\"}","zebra":"stripe","Id":123456,
        "n":2.5,"none":null,
         "one":{"a":{"a1":1,"a2":2},"b":2},"two":{"a":{"a3":1,"a4":2},"c":3},"list":[1,[2],{"k":3}],"braces":"{}",
         "quote":"it's \\ \"so\""}
        """;

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData("States.Format('Hello, my name is {}.', $.name)", "\"Hello, my name is Arnav.\"")]
    [InlineData("States.Format($.template, $.name)", "\"Hello, my name is Arnav.\"")]
    [InlineData("States.Format('{}{}', $.Id, $.n)", "\"1234562.5\"")]
    [InlineData("States.Format('{}', $.none)", "\"null\"")]
    [InlineData("States.Format('{}', $.one)", "\"{a={a1=1, a2=2}, b=2}\"")]
    [InlineData("States.Format('{}', $.list)", "\"[1, [2], {k=3}]\"")]
    [InlineData("States.Format('{} {}', $.braces, $.quote)", "\"{} it's \\\\ \\\"so\\\"\"")]
    [InlineData("States.Format('{}', 'it\\\\'s')", "\"it's\"")]
    [InlineData("States.Format('\\\\{\\\\} \\\\\\\\ {}', 1)", "\"{} \\\\ 1\"")]
    [InlineData(
        "States.Format( '{}' , States.JsonToString( $.one ) )", "\"{\\\"a\\\":{\\\"a1\\\":1,\\\"a2\\\":2},\\\"b\\\":2}\"")]
    [InlineData("States.StringToJson($.someString)", "{\"hello\":\"world\"}")]
    [InlineData("States.StringToJson('[1, null]')", "[1,null]")]
    [InlineData("States.StringToJson(States.JsonToString($.list))", "[1,[2],{\"k\":3}]")]
    [InlineData("States.JsonToString($.name)", "\"\\\"Arnav\\\"\"")]
    [InlineData("States.JsonToString($.none)", "\"null\"")]
    [InlineData("States.JsonToString($$.Execution.Input.list)", "\"[1,[2],{\\\"k\\\":3}]\"")]
    [InlineData("States.Array($.Id)", "[123456]")]
    [InlineData("States.Array('Foo', 2020, $.one.b, null, -1.5e2, false)", "[\"Foo\",2020,2,null,-1.5e2,false]")]
    [InlineData("States.ArrayLength($.list)", "3")]
    [InlineData("States.ArrayLength(States.Array())", "0")]
    [InlineData("States.ArrayGetItem($.list, 0)", "1")]
    [InlineData("States.ArrayGetItem($.list[1], 0)", "2")]
    [InlineData("States.ArrayGetItem($.list, States.MathAdd(States.ArrayLength($.list), -1))", "{\"k\":3}")]
    [InlineData("States.MathAdd(111, -1)", "110")]
    [InlineData("States.MathAdd($.n, $.n)", "6")]
    [InlineData("States.MathAdd(1.4, 1)", "2")]
    [InlineData("States.MathAdd(-1.5, 0)", "-1")]
    [InlineData("States.MathAdd(-1.51, 0)", "-2")]
    [InlineData("States.MathAdd(-0.5, 0.5)", "1")]
    [InlineData("States.MathAdd(1.49, -1.49)", "0")]
    [InlineData("States.MathAdd(-1.5, -1.51)", "-3")]
    [InlineData("States.MathAdd(2.5, 0)", "3")]
    [InlineData("States.JsonMerge($.one, $.two, false)", "{\"a\":{\"a3\":1,\"a4\":2},\"b\":2,\"c\":3}")]
    public async Task Call_ByTheSpecificationsRules_GivesItsValue(string call, string expected)
    {
        var run = await RunAsync(call);

        Assert.Equal((null, expected), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData("States.Format('{}')")]
    [InlineData("States.Format('no placeholder', 1)")]
    [InlineData("States.Format($.Id)")]
    [InlineData("States.Format('{x}', 1)")]
    [InlineData("States.StringToJson($.one)")]
    [InlineData("States.StringToJson('{')")]
    [InlineData("States.ArrayLength($.one)")]
    [InlineData("States.ArrayGetItem($.list, -1)")]
    [InlineData("States.ArrayGetItem($.list, 3)")]
    [InlineData("States.ArrayGetItem($.list, 'x')")]
    [InlineData("States.MathAdd(1, $.name)")]
    [InlineData("States.MathAdd(1, '1')")]
    [InlineData("States.MathAdd(1, 2147483648)")]
    [InlineData("States.JsonMerge($.one, $.list, false)")]
    [InlineData("States.JsonMerge($.one, $.two, true)")]
    [InlineData("States.JsonToString($.nowhere)")]
    public async Task Call_WithArgumentsThatDoNotFit_FailsTheExecution(string call)
    {
        var run = await RunAsync(call);

        Assert.Equal("States.Runtime", run.Error);
        Assert.Contains($"The function '{call}' had the following error: ", run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("States.ArrayPartition($.list, 2)")]
    [InlineData("States.ArrayContains($.list, 1)")]
    [InlineData("States.ArrayRange(1, 9, 2)")]
    [InlineData("States.ArrayUnique($.list)")]
    [InlineData("States.Base64Encode('x')")]
    [InlineData("States.Base64Decode('eA==')")]
    [InlineData("States.Hash('x', 'SHA-256')")]
    [InlineData("States.MathRandom(1, 9)")]
    [InlineData("States.StringSplit('a,b', ',')")]
    [InlineData("States.UUID()")]
    [InlineData("States.Nonsense()")]
    [InlineData("States.format('x')")]
    [InlineData("States.Array(States.UUID())")]
    public void Call_OfAFunctionThatIsNotThere_IsRefusedByName(string call) =>
        Assert.Contains($"'{Name(call)}' is not supported by Canary.Local", Refusal(call), StringComparison.Ordinal);

    [Theory]
    [InlineData("States.Format()")]
    [InlineData("States.StringToJson()")]
    [InlineData("States.StringToJson('1', '2')")]
    [InlineData("States.JsonToString()")]
    [InlineData("States.JsonToString($, $)")]
    [InlineData("States.ArrayLength()")]
    [InlineData("States.ArrayLength($, $)")]
    [InlineData("States.ArrayGetItem($)")]
    [InlineData("States.ArrayGetItem($, 1, 2)")]
    [InlineData("States.MathAdd(1)")]
    [InlineData("States.MathAdd(1, 2, 3)")]
    [InlineData("States.JsonMerge($, $)")]
    [InlineData("States.JsonMerge($, $, false, 1)")]
    public void Call_WithTooFewOrTooMany_IsRefused(string call) =>
        Assert.Contains($"{Name(call)} does not take ", Refusal(call), StringComparison.Ordinal);

    [Theory]
    [InlineData("States.Array(1")]
    [InlineData("States.Array 1")]
    [InlineData("States.Array(1 2)")]
    [InlineData("States.Array(1,)")]
    [InlineData("States.Array(\\\"1\\\")")]
    [InlineData("States.Array({})")]
    [InlineData("States.Array('1)")]
    [InlineData("States.Array(1) ")]
    [InlineData("States.Array(yes)")]
    [InlineData("States.Array($.a[*])")]
    [InlineData("States.Format('a\\\\b')")]
    [InlineData("States.JsonToString('a\\\\nb')")]
    public void Call_ThatIsNotWellFormed_IsRefused(string call) =>
        Assert.Contains("must be a valid JSONPath or a valid intrinsic function call (", Refusal(call), StringComparison.Ordinal);

    private Task<ExecutionDescription> RunAsync(string call) => _workflows.RunAsync(State(call), Input);

    private string Refusal(string call) => Assert.Throws<AwsException>(() => _workflows.Create(State(call))).Message;

    private static string State(string call) => $$"""
        "A":{"Type":"Pass","Parameters":{"value.$":"{{call}}"},"OutputPath":"$.value","End":true}
        """;

    /// <summary>The function's name; of a nested call, the inner one's.</summary>
    private static string Name(string call) => call[call.LastIndexOf("States.", StringComparison.Ordinal)..].Split('(')[0];
}
