using static Canary.Local.Tests.StepFunctions.Tasks.TokenTasks;

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
        var arn = await _workflows.WaitingAsync(WaitStates(End));
        _workflows.Service.SendTaskSuccess(_workflows.Token(), "{}");

        var again = Refusal(() => _workflows.Service.SendTaskFailure(_workflows.Token()));
        await _workflows.EndAsync(arn);

        Assert.Equal(
            (400, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"),
            (again.StatusCode, again.Code, again.Message));
        Assert.Equal("TaskTimedOut", Refusal(() => _workflows.Service.SendTaskHeartbeat(_workflows.Token())).Code);
    }

    [Fact]
    public async Task Token_IsAsLongAsAwsOnesAndNoneFitsAnotherAccount()
    {
        await _workflows.WaitingAsync(WaitStates(End));
        var elsewhere = new Workflows();

        Assert.InRange(_workflows.Token().Length, 600, 2048);
        Assert.Equal("InvalidToken", Refusal(() => elsewhere.Service.SendTaskSuccess(_workflows.Token(), "{}")).Code);
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
}
