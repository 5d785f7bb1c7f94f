using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>A task that waits for its token.</summary>
internal static class TokenTasks
{
    public static string WaitStates(string more) => $$$"""
        "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
             "Parameters":{"FunctionName":"work","Payload":{"token.$":"$$.Task.Token"}},{{{more}}}}
        """;

    public static AwsException Refusal(Action call) => Assert.Throws<AwsException>(call);

    public static async Task<string> WaitingAsync(this Workflows workflows, string states, string input = "{}")
    {
        var arn = workflows.Begin(states, input);
        await workflows.Clock.RunUntilAsync(Workflows.Start);
        return arn;
    }

    public static string Token(this Workflows workflows) =>
        (string)JsonNode.Parse(workflows.Functions.Calls[^1].Payload)!["token"]!;
}
