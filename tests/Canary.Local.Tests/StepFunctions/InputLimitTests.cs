using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>The limit of a task's input applies to what InputPath and Parameters make of it.</summary>
public class InputLimitTests
{
    private const string Limit = "States.DataLimitExceeded";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData(262_144, null)]
    [InlineData(262_145, Limit)]
    public async Task Parameters_OfATask_MayComeToSoManyBytes(int bytes, string? error)
    {
        _workflows.Functions.Answers("{}");
        var around = """{"FunctionName":"work","Payload":"é"}""".Length + 1;

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"), $"\"é{new string('x', bytes - around)}\"");

        Assert.Equal(error, run.Error);
        Assert.Equal(error is null ? 1 : 0, _workflows.Functions.Calls.Count);
    }

    [Fact]
    public async Task Parameters_ThatComeToMore_FailTheExecutionBeforeTheTaskIsScheduled()
    {
        var run = await FailAsync("""
            "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.TaskFailed"],"Next":"B"},
            {"ErrorEquals":["States.ALL"],"Next":"B"}]
            """);

        Assert.Equal((ExecutionStatus.Failed, Limit), (run.Status, run.Error));
        Assert.Equal(
            "The state/task 'A' has an input with a size exceeding the maximum number of bytes service limit.", run.Cause);
        Assert.Equal(
            ["1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 ExecutionFailed"], _workflows.History(run.ExecutionArn));
    }

    [Fact]
    public async Task Parameters_ThatComeToMore_AreCaughtByName()
    {
        var run = await FailAsync($$""" "Catch":[{"ErrorEquals":["{{Limit}}"],"ResultPath":"$.error","Next":"B"}] """);

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.StartsWith("""{"text":"xxx""", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"\"Error\":\"{Limit}\",\"Cause\":\"The state/task 'A' has an input", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InputPath_ThatTakesLittleOfMuch_LeavesTheTaskItsInput()
    {
        _workflows.Functions.Answers("{}");

        var run = await _workflows.RunAsync(Twice("\"InputPath\":\"$.little\""), Input);

        Assert.Equal((ExecutionStatus.Succeeded, 1), (run.Status, _workflows.Functions.Calls.Count));
    }

    private static string Input => $$"""{"text":"{{new string('x', 140_000)}}","little":{"text":"y"} }""";

    private static string Twice(string more) => $$"""
        "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Parameters":{"FunctionName":"work","Payload":{"one.$":"$.text","two.$":"$.text"} },{{more}},"Next":"B"},
        "B":{"Type":"Succeed"}
        """;

    private Task<ExecutionDescription> FailAsync(string more) => _workflows.RunAsync(Twice(more), Input);
}
