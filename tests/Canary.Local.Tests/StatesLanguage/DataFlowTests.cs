using Canary.Local.Tests.StepFunctions;

namespace Canary.Local.Tests.StatesLanguage;

/// <summary>Paths, templates and intrinsic functions, shown by what a Pass state makes of its input.</summary>
public class DataFlowTests
{
    private const string Input = """{"a":{"b":[1,2.50,{"c":"x"}],"d e":null},"n":1.0,"text":"{\"k\":[1, 2]}","who":"Ann"}""";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData("$", Input)]
    [InlineData("$.a.b[1]", "2.50")]
    [InlineData("$.a.b[2].c", "\"x\"")]
    [InlineData("$['a']['d e']", "null")]
    [InlineData("$[\\\"a\\\"].b[0]", "1")]
    [InlineData("$$.State.Name", "\"A\"")]
    [InlineData("$$.State.EnteredTime", "\"2026-01-01T00:00:00.000Z\"")]
    [InlineData("$$.Execution.StartTime", "\"2026-01-01T00:00:00.000Z\"")]
    [InlineData("$$.Execution.RoleArn", "\"arn:aws:iam::123456789012:role/states\"")]
    [InlineData("$$.Execution.Input.a.b[0]", "1")]
    [InlineData("$$.StateMachine.Id", "\"arn:aws:states:us-east-1:123456789012:stateMachine:machine-1\"")]
    [InlineData("$$.StateMachine.Name", "\"machine-1\"")]
    public async Task Path_ToOnePlace_GivesWhatIsThere(string path, string expected)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Pass","Parameters":{"value.$":"{{path}}"},"OutputPath":"$.value","End":true}
            """, Input);

        Assert.Equal(expected, run.Output);
    }

    [Theory]
    [InlineData("States.Format('{} has {}', $.who, $.n)", "\"Ann has 1.0\"")]
    [InlineData("States.Format('{} {}', null, true)", "\"null true\"")]
    [InlineData("States.Format('no placeholder')", "\"no placeholder\"")]
    [InlineData("States.Format('it\\\\'s \\\\{{}\\\\}', 'so')", "\"it's {so}\"")]
    [InlineData("States.Format($.who)", "\"Ann\"")]
    [InlineData("States.JsonToString($.a)", "\"{\\\"b\\\":[1,2.50,{\\\"c\\\":\\\"x\\\"}],\\\"d e\\\":null}\"")]
    [InlineData("States.StringToJson($.text)", "{\"k\":[1,2]}")]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.Array(1, 'two', $.a.b[2], null, true, States.Array($.n))", "[1,\"two\",{\"c\":\"x\"},null,true,[1.0]]")]
    [InlineData("States.ArrayLength($.a.b)", "3")]
    [InlineData("States.ArrayGetItem($.a.b, 1)", "2.50")]
    [InlineData("States.ArrayGetItem($['a']['b'], States.MathAdd(1, 1))", "{\"c\":\"x\"}")]
    [InlineData("States.MathAdd($.n, -3)", "-2")]
    [InlineData("States.JsonMerge($.a.b[2], States.StringToJson($.text), false)", "{\"c\":\"x\",\"k\":[1,2]}")]
    public async Task Intrinsic_WithFittingArguments_GivesItsValue(string call, string expected)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Pass","Parameters":{"value.$":"{{call}}"},"OutputPath":"$.value","End":true}
            """, Input);

        Assert.Equal((null, expected), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData("$.none", "The JSONPath '$.none' specified for the field 'value.$' could not be found in the input '")]
    [InlineData("$.a.b[3]", "The JSONPath '$.a.b[3]' specified")]
    [InlineData("States.Array($.none)",
        "The function 'States.Array($.none)' had the following error: The JsonPath argument for the "
        + "field '$.none' could not be found")]
    [InlineData(
        "States.Format('{} {}', 1)",
        "The function 'States.Format('{} {}', 1)' had the following error: The number of placeholders (2)")]
    [InlineData(
        "States.StringToJson($.who)",
        "The function 'States.StringToJson($.who)' had the following error: The argument 'Ann' is no JSON")]
    [InlineData(
        "States.ArrayGetItem($.a.b, 3)",
        "The function 'States.ArrayGetItem($.a.b, 3)' had the following error: The index 3 is not in an array of 3")]
    [InlineData(
        "States.ArrayLength($.who)", "The function 'States.ArrayLength($.who)' had the following error: \"Ann\" is no array")]
    [InlineData(
        "States.MathAdd(1, 'x')", "The function 'States.MathAdd(1, 'x')' had the following error: \"x\" is no whole number")]
    [InlineData("States.JsonMerge($.a, $.a, true)",
        "The function 'States.JsonMerge($.a, $.a, true)' had the following error: The third argument must be false")]
    public async Task Expression_ThatDoesNotFit_FailsTheExecutionUncaught(string expression, string cause)
    {
        _workflows.Functions.Answers("{}");

        var run = await _workflows.RunAsync($$$"""
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work",
            "Payload":{"value.$":"{{{expression}}}"}},
                 "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """, Input);

        Assert.Equal("States.Runtime", run.Error);
        Assert.StartsWith($"An error occurred while executing the state 'A' (entered at the event id #2). {cause}", run.Cause);
        Assert.Empty(_workflows.Functions.Calls);
    }

    [Theory]
    [InlineData(""" "Parameters":{"x":{"y.$":"$.n","z":[{"w.$":"$.who"},5]}} """, """{"x":{"y":1.0,"z":[{"w":"Ann"},5]}}""")]
    [InlineData(
        """ "Parameters":{"x":1},"ResultPath":"$.a.b" """,
        """{"a":{"b":{"x":1},"d e":null},"n":1.0,"text":"{\"k\":[1, 2]}","who":"Ann"}""")]
    [InlineData(""" "Result":null,"ResultPath":"$.a.b[1]","OutputPath":"$.a.b" """, """[1,null,{"c":"x"}]""")]
    [InlineData(""" "Result":7,"ResultPath":"$.p.q.r","OutputPath":"$.p" """, """{"q":{"r":7}}""")]
    [InlineData(""" "Result":7,"ResultPath":null,"OutputPath":"$.n" """, "1.0")]
    [InlineData(""" "Result":7,"ResultPath":"$" """, "7")]
    [InlineData(""" "InputPath":null """, "{}")]
    [InlineData(""" "OutputPath":null """, "{}")]
    [InlineData(""" "InputPath":"$.a.b[2]" """, """{"c":"x"}""")]
    [InlineData(
        """ "InputPath":"$.a.b[2]","ResultPath":"$.a.d","OutputPath":"$.a" """,
        """{"b":[1,2.50,{"c":"x"}],"d e":null,"d":{"c":"x"}}""")]
    public async Task Pass_WithPaths_GivesTheirCombination(string fields, string expected)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Pass",{{fields}},"End":true}
            """, Input);

        Assert.Equal((null, expected), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData(""" "InputPath":"$.none" """, "Invalid path '$.none'")]
    [InlineData(""" "OutputPath":"$.none" """, "Invalid path '$.none'")]
    [InlineData(""" "Result":1,"ResultPath":"$.who.x" """, "Unable to apply ReferencePath $.who.x to input {")]
    [InlineData(""" "Result":1,"ResultPath":"$.a.b[3]" """, "Unable to apply ReferencePath $.a.b[3] to input {")]
    public async Task Pass_WithAPathThatDoesNotFit_FailsTheExecution(string fields, string cause)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Pass",{{fields}},"End":true}
            """, Input);

        Assert.Equal("States.Runtime", run.Error);
        Assert.Contains(cause, run.Cause);
    }

    [Fact]
    public async Task Task_WithAllFilters_AppliesThemAsInTheGuidesExample()
    {
        _workflows.Functions.Answers("\"Hello, AWS Step Functions!\"");

        var run = await _workflows.RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","InputPath":"$.lambda",
                 "Parameters":{"FunctionName":"work","Qualifier":"live","Payload.$":"$"},
                 "ResultSelector":{"said.$":"$.Payload","state.$":"$$.State.Name"},"ResultPath":"$.data.result",
                 "OutputPath":"$.data","End":true}
            """, """{"data":{"val1":23},"lambda":{"who":"AWS Step Functions"}}""");

        Assert.Equal("""{"val1":23,"result":{"said":"Hello, AWS Step Functions!","state":"A"}}""", run.Output);
        Assert.Equal([("work", "live", """{"who":"AWS Step Functions"}""")], _workflows.Functions.Calls);
    }

    [Fact]
    public async Task Text_OfAnyScript_IsNotEscaped()
    {
        var run = await _workflows.RunAsync(
            """ "A":{"Type":"Pass","OutputPath":"$.t","End":true} """, """{"t":"\u00e9 😀 <'&'> \" \\ \/ \n \u0001"}""");

        Assert.Equal("""
            "é 😀 <'&'> \" \\ / \n \u0001"
            """, run.Output);
    }

    [Fact]
    public async Task Output_OfMoreThanTheLimit_FailsTheExecution()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Pass","Parameters":{"a.$":"$.text","b.$":"$.text"},"End":true}
            """, $$"""{"text":"{{new string('x', 140_000)}}"}""");

        Assert.Equal("States.DataLimitExceeded", run.Error);
        Assert.Equal(
            "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.", run.Cause);
    }
}
