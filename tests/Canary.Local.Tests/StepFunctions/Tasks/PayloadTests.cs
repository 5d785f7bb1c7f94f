namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>What lambda:invoke makes of a Payload, as LocalStack's snapshots have recorded it from AWS.</summary>
public class PayloadTests
{
    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData("""{"p":"\"HelloWorld\""}""", "\"HelloWorld\"")]
    [InlineData("""{"p":"{\"a\": 1}"}""", "{\"a\": 1}")]
    [InlineData("""{"p":"null"}""", "null")]
    [InlineData("""{"p":"0"}""", "0")]
    [InlineData("""{"p":null}""", "{}")]
    [InlineData("""{"p":0}""", "0")]
    [InlineData("""{"p":["a"]}""", "[\"a\"]")]
    public async Task Payload_OfAString_IsTheEventsTextAndOfNullAnEmptyEvent(string input, string sent)
    {
        _workflows.Functions.Answers("{}");

        await _workflows.RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work",
            "Payload.$":"$.p"},"End":true}
            """, input);

        Assert.Equal(sent, _workflows.Functions.Calls.Single().Payload);
    }
}
