using System.Text.Json;
using Canary.Planning;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

public class InputFaultsTests
{
    [Fact]
    public void Of_AnInput_TellsAllThatNeedsNoAws()
    {
        var faults = Of("""
            { "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 99999 }], "checkIntervalSeconds": 5 }
            """);

        Assert.Equal(2, faults.Count);
        Assert.StartsWith("functionName is missing", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("checkIntervalSeconds is 5, which makes", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnArn_IsComparedWithTheAccountOnlyWhereThatIsKnown()
    {
        const string Input = """
            { "functionName": "arn:aws:lambda:eu-west-1:999999999999:function:orders", "aliasName": "live",
              "deploymentConfig": "AllAtOnce" }
            """;

        Assert.Empty(Of(Input));
        Assert.Single(Of(Input, Given.Execution));
    }

    private static IReadOnlyList<string> Of(string input, string execution = "")
    {
        using var json = JsonDocument.Parse(input);
        return InputFaults.Of(json.RootElement, execution);
    }
}
