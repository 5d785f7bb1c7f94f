using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;

namespace Canary.Local.Tests.StatesLanguage;

/// <summary>
/// InputPath, Parameters, ResultSelector, ResultPath and OutputPath of each state that has them, in their order.
/// </summary>
public class FilterTests
{
    private const string Input = """{"a":{"b":[1,2]},"c":"text","d":null}""";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData("", """{"a":{"b":[1,2]},"c":"text","d":null}""")]
    [InlineData(""" "InputPath":"$", """, """{"a":{"b":[1,2]},"c":"text","d":null}""")]
    [InlineData(""" "InputPath":null, """, "{}")]
    [InlineData(""" "InputPath":"$.a", """, """{"b":[1,2]}""")]
    [InlineData(""" "InputPath":"$.d", """, "{}")]
    [InlineData(""" "InputPath":"$$.State", """, """{"Name":"A","EnteredTime":"2026-01-01T00:00:00.000Z","RetryCount":0}""")]
    public async Task InputPath_OfATask_IsWhatItsParametersSee(string fields, string payload)
    {
        _workflows.Functions.Answers("{}");

        await _workflows.RunAsync(Workflows.Task("A", $"{fields}\"End\":true"), Input);

        Assert.Equal([payload], _workflows.Functions.Calls.Select(call => call.Payload));
    }

    [Theory]
    [InlineData(""" "ResultPath":"$", """, """{"r":7}""")]
    [InlineData(""" "ResultPath":null, """, """{"a":{"b":[1,2]},"c":"text","d":null}""")]
    [InlineData(""" "ResultPath":"$.new", """, """{"a":{"b":[1,2]},"c":"text","d":null,"new":{"r":7}}""")]
    [InlineData(
        """ "ResultPath":"$.new.deep['er one']", """,
        """{"a":{"b":[1,2]},"c":"text","d":null,"new":{"deep":{"er one":{"r":7}}}}""")]
    [InlineData(""" "ResultPath":"$.a", """, """{"a":{"r":7},"c":"text","d":null}""")]
    [InlineData(""" "ResultPath":"$.a.b[0]", """, """{"a":{"b":[{"r":7},2]},"c":"text","d":null}""")]
    [InlineData(""" "ResultPath":"$.a.b", "OutputPath":"$.a.b.r", """, "7")]
    [InlineData(""" "InputPath":"$.a", "ResultPath":"$.r", """, """{"a":{"b":[1,2]},"c":"text","d":null,"r":{"r":7}}""")]
    [InlineData(""" "InputPath":null, "ResultPath":null, "OutputPath":"$.c", """, "\"text\"")]
    [InlineData(""" "OutputPath":null, """, "{}")]
    [InlineData(""" "OutputPath":"$$.Execution.Input.c", """, "\"text\"")]
    public async Task Result_OfATask_GoesIntoTheRawInput(string fields, string output)
    {
        _workflows.Functions.Answers("7");

        var run = await _workflows.RunAsync(
            Workflows.Task("A", $$""" "ResultSelector":{"r.$":"$.Payload"},{{fields}}"End":true"""), Input);

        Assert.Equal((null, output), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData(""" {"all.$":"$.Payload"} """, """{"all":{"n":[1,{"x":"y"}]}}""")]
    [InlineData(
        """ {"x.$":"$.Payload.n[1].x","n":{"fixed":[1,{"v.$":"$.ExecutedVersion"}]}} """,
        """{"x":"y","n":{"fixed":[1,{"v":"7"}]}}""")]
    [InlineData(""" {"said.$":"States.Format('{} items', States.ArrayLength($.Payload.n))"} """, """{"said":"2 items"}""")]
    [InlineData(""" {"state.$":"$$.State.Name"} """, """{"state":"A"}""")]
    [InlineData(" {} ", "{}")]
    public async Task ResultSelector_OfATask_SeesTheResultAndTheContext(string selector, string output)
    {
        _workflows.Functions.Answers("""{"n":[1,{"x":"y"}]}""");

        var run = await _workflows.RunAsync(Workflows.Task("A", $"\"ResultSelector\":{selector},\"End\":true"), Input);

        Assert.Equal((null, output), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData(""" "ResultPath":"$.c.deep", """, "Unable to apply ReferencePath $.c.deep to input {")]
    [InlineData(""" "ResultPath":"$.d.deep", """, "Unable to apply ReferencePath $.d.deep to input {")]
    [InlineData(""" "ResultPath":"$.a.b[2]", """, "Unable to apply ReferencePath $.a.b[2] to input {")]
    [InlineData(""" "ResultPath":"$.a[0]", """, "Unable to apply ReferencePath $.a[0] to input {")]
    [InlineData(""" "OutputPath":"$.none", """, "Invalid path '$.none'")]
    [InlineData(
        """ "ResultSelector":{"x.$":"$.Payload.none"}, """,
        "The JSONPath '$.Payload.none' specified for the field 'x.$' could not be found")]
    public async Task Filter_ThatDoesNotFit_FailsTheExecutionUncaught(string fields, string cause)
    {
        _workflows.Functions.Answers("{}");

        var run = await _workflows.RunAsync(
            Workflows.Task(
                "A",
                $$"""{{fields}}"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}]"""
                + $$""","Next":"B" """)
                + ",\"B\":{\"Type\":\"Succeed\"}",
            Input);

        Assert.Equal((ExecutionStatus.Failed, "States.Runtime", 1), (run.Status, run.Error, _workflows.Functions.Calls.Count));
        Assert.Contains(cause, run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "Type":"Wait","Seconds":0,"InputPath":"$.a","OutputPath":"$.b[1]","End":true """, "2")]
    [InlineData(""" "Type":"Wait","Seconds":0,"InputPath":null,"End":true """, "{}")]
    [InlineData(""" "Type":"Succeed","InputPath":"$.a","OutputPath":"$.b" """, "[1,2]")]
    [InlineData(""" "Type":"Succeed","OutputPath":null """, "{}")]
    [InlineData(
        """ "Type":"Pass","Parameters":{"x.$":"$.b[0]"},"InputPath":"$.a","ResultPath":"$.p","OutputPath":"$.p.x","End":true """,
        "1")]
    [InlineData(
        """ "Type":"Pass","Result":{"x.$":"$.b"},"ResultPath":"$.p","OutputPath":"$.p","End":true """, """{"x.$":"$.b"}""")]
    public async Task Filters_OfTheOtherStates_Apply(string state, string output)
    {
        var run = await _workflows.RunAsync($$""" "A":{{{state}}} """, Input);

        Assert.Equal((null, output), (run.Cause, run.Output));
    }

    [Theory]
    [InlineData("", """{"Error":"E","Cause":"{\"errorType\":\"E\"}"}""")]
    [InlineData(""" "ResultPath":"$", """, """{"Error":"E","Cause":"{\"errorType\":\"E\"}"}""")]
    [InlineData(""" "ResultPath":null, """, """{"a":{"b":[1,2]},"c":"text","d":null}""")]
    [InlineData(
        """ "ResultPath":"$.a.why", """,
        """{"a":{"b":[1,2],"why":{"Error":"E","Cause":"{\"errorType\":\"E\"}"}},"c":"text","d":null}""")]
    public async Task Catch_WithItsResultPath_KeepsTheRawInputWhateverTheTasksOwnPaths(string path, string output)
    {
        _workflows.Functions.FailsWith("""{"errorType":"E"}""");

        var run = await _workflows.RunAsync(
            Workflows.Task(
                "A",
                $$""" "InputPath":"$.a","ResultPath":null,"OutputPath":"$.c","Catch":[{"ErrorEquals":["E"]"""
                + $$""",{{path}}"Next":"B"}],"End":true""")
                + ",\"B\":{\"Type\":\"Succeed\"}",
            Input);

        Assert.Equal(output, run.Output);
    }
}
