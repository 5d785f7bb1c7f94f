using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.StepFunctions;

namespace Canary.Local.Tests.StatesLanguage;

public class ChoiceTests
{
    private const string Input = """
        {"s":"foobar","star":"a*b","n":10,"big":9007199254740993,"t":true,"f":false,"nil":null,
         "when":"2026-01-01T10:00:00Z","later":"2026-01-01T11:00:00.5+00:00","other":"foobar","eleven":11.0,"o":{"x":["a"]}}
        """;

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData(""" "Variable":"$.s","StringEquals":"foobar" """, true)]
    [InlineData(""" "Variable":"$.s","StringEquals":"Foobar" """, false)]
    [InlineData(""" "Variable":"$.n","StringEquals":"10" """, false)]
    [InlineData(""" "Variable":"$.s","StringEqualsPath":"$.other" """, true)]
    [InlineData(""" "Variable":"$.o.x[0]","StringEquals":"a" """, true)]
    [InlineData(""" "Variable":"$.s","StringLessThan":"foobas" """, true)]
    [InlineData(""" "Variable":"$.s","StringLessThan":"foobar" """, false)]
    [InlineData(""" "Variable":"$.s","StringLessThanPath":"$.other" """, false)]
    [InlineData(""" "Variable":"$.s","StringLessThanEquals":"foobar" """, true)]
    [InlineData(""" "Variable":"$.s","StringLessThanEqualsPath":"$.other" """, true)]
    [InlineData(""" "Variable":"$.s","StringGreaterThan":"Z" """, true)]
    [InlineData(""" "Variable":"$.s","StringGreaterThanPath":"$.other" """, false)]
    [InlineData(""" "Variable":"$.s","StringGreaterThanEquals":"foobar" """, true)]
    [InlineData(""" "Variable":"$.s","StringGreaterThanEqualsPath":"$.other" """, true)]
    [InlineData(""" "Variable":"$.s","StringMatches":"foo*" """, true)]
    [InlineData(""" "Variable":"$.s","StringMatches":"*o*r" """, true)]
    [InlineData(""" "Variable":"$.s","StringMatches":"foo" """, false)]
    [InlineData(""" "Variable":"$.s","StringMatches":"f.*" """, false)]
    [InlineData(""" "Variable":"$.star","StringMatches":"a\\*b" """, true)]
    [InlineData(""" "Variable":"$.s","StringMatches":"foo\\*" """, false)]
    [InlineData(""" "Variable":"$.n","NumericEquals":10.0 """, true)]
    [InlineData(""" "Variable":"$.s","NumericEquals":10 """, false)]
    [InlineData(""" "Variable":"$.big","NumericEquals":9007199254740992 """, false)]
    [InlineData(""" "Variable":"$.n","NumericEqualsPath":"$.eleven" """, false)]
    [InlineData(""" "Variable":"$.n","NumericLessThan":10.5 """, true)]
    [InlineData(""" "Variable":"$.n","NumericLessThanPath":"$.eleven" """, true)]
    [InlineData(""" "Variable":"$.n","NumericLessThanEquals":10 """, true)]
    [InlineData(""" "Variable":"$.n","NumericLessThanEqualsPath":"$.eleven" """, true)]
    [InlineData(""" "Variable":"$.n","NumericGreaterThan":10 """, false)]
    [InlineData(""" "Variable":"$.n","NumericGreaterThanPath":"$.eleven" """, false)]
    [InlineData(""" "Variable":"$.n","NumericGreaterThanEquals":1e1 """, true)]
    [InlineData(""" "Variable":"$.n","NumericGreaterThanEqualsPath":"$.eleven" """, false)]
    [InlineData(""" "Variable":"$.t","BooleanEquals":true """, true)]
    [InlineData(""" "Variable":"$.s","BooleanEquals":false """, false)]
    [InlineData(""" "Variable":"$.t","BooleanEqualsPath":"$.f" """, false)]
    [InlineData(""" "Variable":"$.when","TimestampEquals":"2026-01-01T12:00:00+02:00" """, true)]
    [InlineData(""" "Variable":"$.when","TimestampEqualsPath":"$.later" """, false)]
    [InlineData(""" "Variable":"$.when","TimestampLessThan":"2026-01-01T10:00:00.001Z" """, true)]
    [InlineData(""" "Variable":"$.when","TimestampLessThanPath":"$.later" """, true)]
    [InlineData(""" "Variable":"$.when","TimestampLessThanEquals":"2026-01-01T10:00:00Z" """, true)]
    [InlineData(""" "Variable":"$.when","TimestampLessThanEqualsPath":"$.later" """, true)]
    [InlineData(""" "Variable":"$.when","TimestampGreaterThan":"2026-01-01T10:00:00Z" """, false)]
    [InlineData(""" "Variable":"$.when","TimestampGreaterThanPath":"$.later" """, false)]
    [InlineData(""" "Variable":"$.when","TimestampGreaterThanEquals":"2026-01-01T10:00:00Z" """, true)]
    [InlineData(""" "Variable":"$.later","TimestampGreaterThanEqualsPath":"$.when" """, true)]
    [InlineData(""" "Variable":"$.s","TimestampEquals":"2026-01-01T10:00:00Z" """, false)]
    [InlineData(""" "Variable":"$.nil","IsNull":true """, true)]
    [InlineData(""" "Variable":"$.s","IsNull":false """, true)]
    [InlineData(""" "Variable":"$.n","IsNumeric":true """, true)]
    [InlineData(""" "Variable":"$.s","IsNumeric":true """, false)]
    [InlineData(""" "Variable":"$.s","IsString":true """, true)]
    [InlineData(""" "Variable":"$.nil","IsString":true """, false)]
    [InlineData(""" "Variable":"$.f","IsBoolean":true """, true)]
    [InlineData(""" "Variable":"$.when","IsTimestamp":true """, true)]
    [InlineData(""" "Variable":"$.s","IsTimestamp":true """, false)]
    [InlineData(""" "Variable":"$.nil","IsPresent":true """, true)]
    [InlineData(""" "Variable":"$.none.deep","IsPresent":true """, false)]
    [InlineData(""" "Variable":"$.none","IsPresent":false """, true)]
    [InlineData(""" "Variable":"$$.State.Name","StringEquals":"A" """, true)]
    [InlineData(""" "And":[{"Variable":"$.t","BooleanEquals":true},{"Variable":"$.n","NumericEquals":10}] """, true)]
    [InlineData(""" "And":[{"Variable":"$.none","IsPresent":true},{"Variable":"$.none","NumericEquals":10}] """, false)]
    [InlineData(""" "Or":[{"Variable":"$.t","BooleanEquals":false},{"Variable":"$.n","NumericEquals":10}] """, true)]
    [InlineData(""" "Or":[{"Variable":"$.t","BooleanEquals":false},{"Variable":"$.n","NumericEquals":9}] """, false)]
    [InlineData(
        """ "Not":{"Or":[{"Variable":"$.t","BooleanEquals":false},{"Not":{"Variable":"$.n","NumericEquals":10}}]} """, true)]
    public async Task Rule_OnTheInput_HoldsOrNot(string rule, bool holds)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Choice","Choices":[{{{rule}},"Next":"Yes"}],"Default":"No"},
            "Yes":{"Type":"Pass","Result":true,"End":true},
            "No":{"Type":"Pass","Result":false,"End":true}
            """, Input);

        Assert.Equal(holds ? "true" : "false", run.Output);
    }

    [Theory]
    [InlineData(
        """ "Variable":"$.none","NumericEquals":1 """,
        "Invalid path '$.none': The choice state's condition path references an invalid value.")]
    [InlineData(""" "Variable":"$.n","NumericEqualsPath":"$.o.none" """,
        "Invalid path '$.o.none': The choice state's condition path references an invalid value.")]
    [InlineData(
        """ "Variable":"$.n","NumericEquals":11 """,
        "Failed to transition out of the state. The state does not point to a next state.")]
    public async Task Rule_ThatCannotDecide_FailsTheExecution(string rule, string cause)
    {
        var run = await _workflows.RunAsync($$"""
            "A":{"Type":"Choice","Choices":[{{{rule}},"Next":"Yes"}]},
            "Yes":{"Type":"Succeed"}
            """, Input);

        Assert.Equal(ExecutionStatus.Failed, run.Status);
        Assert.Equal("States.Runtime", run.Error);
        Assert.Equal($"An error occurred while executing the state 'A' (entered at the event id #2). {cause}", run.Cause);
    }

    [Fact]
    public async Task Choice_WithPaths_FiltersItsInputAndOutput()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Choice","InputPath":"$.o","OutputPath":"$.x","Choices":[{"Variable":"$.x[0]","StringEquals":"a",
            "Next":"Yes"}]},
            "Yes":{"Type":"Succeed"}
            """, Input);

        Assert.Equal("""["a"]""", run.Output);
    }
}
