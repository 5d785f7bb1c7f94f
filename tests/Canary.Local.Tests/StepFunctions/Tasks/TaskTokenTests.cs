using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>The tokens of tasks.</summary>
public class TaskTokenTests
{
    private const string End = "\"End\":true";

    private readonly Workflows _workflows = new();

    public TaskTokenTests() => _workflows.Functions.Answers("""{"ignored":true}""");

    [Fact]
    public async Task Token_OfATaskThatEnded_IsTimedOut()
    {
        var arn = await WaitingAsync(WaitStates(End));
        _workflows.Service.SendTaskSuccess(Token(), "{}");

        var again = Refusal(() => _workflows.Service.SendTaskFailure(Token()));
        await _workflows.EndAsync(arn);

        Assert.Equal(
            (400, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"),
            (again.StatusCode, again.Code, again.Message));
        Assert.Equal("TaskTimedOut", Refusal(() => _workflows.Service.SendTaskHeartbeat(Token())).Code);
    }

    [Fact]
    public async Task Token_IsAsLongAsAwsOnesAndNoneFitsAnotherAccount()
    {
        await WaitingAsync(WaitStates(End));
        var elsewhere = new Workflows();

        Assert.InRange(Token().Length, 600, 2048);
        Assert.Equal("InvalidToken", Refusal(() => elsewhere.Service.SendTaskSuccess(Token(), "{}")).Code);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("AAAA")]
    [InlineData("é")]
    public void Token_ThatNeverWas_IsInvalid(string token) =>
        Assert.Equal("InvalidToken", Refusal(() => _workflows.Service.SendTaskHeartbeat(token)).Code);

    [Fact]
    public async Task Token_InATaskThatDoesNotWaitForIt_IsARuntimeError()
    {
        var run = await _workflows.RunAsync($$"""
            {{WaitStates("\"HeartbeatSeconds\":1,\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"B\"}]," + End)}},
            "B":{"Type":"Pass","Parameters":{"token.$":"$$.Task.Token"},"End":true}
            """);

        Assert.Equal("States.Runtime", run.Error);
    }

    private static string WaitStates(string more) => $$$"""
        "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
             "Parameters":{"FunctionName":"work","Payload":{"token.$":"$$.Task.Token"}},{{{more}}}}
        """;

    private static AwsException Refusal(Action call) => Assert.Throws<AwsException>(call);

    private async Task<string> WaitingAsync(string states, string input = "{}")
    {
        var arn = _workflows.Begin(states, input);
        await _workflows.Clock.RunUntilAsync(Workflows.Start);
        return arn;
    }

    private string Token() => (string)JsonNode.Parse(_workflows.Functions.Calls[^1].Payload)!["token"]!;
}
