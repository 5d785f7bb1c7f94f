namespace Canary.Local.Tests.StepFunctions;

/// <summary>How many events each state costs of the 25,000 of a history, and which; and how long its data may be.</summary>
public class StateEventTests
{
    private const string Limit = "States.DataLimitExceeded";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData(""" "A":{"Type":"Pass","Next":"Z"} """, "PassStateEntered PassStateExited")]
    [InlineData(""" "A":{"Type":"Wait","Seconds":5,"Next":"Z"} """, "WaitStateEntered WaitStateExited")]
    [InlineData(
        """ "A":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"A"}],"Default":"Z"} """,
        "ChoiceStateEntered ChoiceStateExited")]
    [InlineData(""" "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Wait","Seconds":5,"Next":"Z"} """,
        "PassStateEntered PassStateExited WaitStateEntered WaitStateExited")]
    [InlineData("0", "TaskStateEntered TaskScheduled TaskStarted TaskSucceeded TaskStateExited")]
    [InlineData(
        "1", "TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskScheduled TaskStarted TaskSucceeded TaskStateExited")]
    [InlineData("2",
        "TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskScheduled TaskStarted TaskFailed TaskScheduled "
        + "TaskStarted TaskSucceeded TaskStateExited")]
    [InlineData("3",
        "TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskScheduled TaskStarted TaskFailed TaskScheduled "
        + "TaskStarted TaskFailed TaskStateExited")]
    public async Task State_OfEachType_WritesItsEventsInOrder(string states, string events)
    {
        // A number is a Task that fails so often, where two retries are allowed and the third failure is caught.
        if (int.TryParse(states, out var failures))
        {
            for (var i = 0; i < failures; i++) _workflows.Functions.Fails("A");
            _workflows.Functions.Answers("{}");
            states = Workflows.Task(
                "A",
                """ "Retry":[{"ErrorEquals":["A"],"MaxAttempts":2}],"Catch":[{"ErrorEquals":["A"],"Next":"Z"}],"Next":"Z" """);
        }

        var run = await _workflows.RunAsync($"{states},\"Z\":{{\"Type\":\"Succeed\"}}");

        var history = _workflows.Service.GetExecutionHistory(run.ExecutionArn);
        Assert.Equal(
            $"ExecutionStarted {events} SucceedStateEntered SucceedStateExited ExecutionSucceeded",
            string.Join(' ', history.Select(e => e.Type)));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(id => (long)id), history.Select(e => e.Id));
    }

    [Theory]
    [InlineData(262_144, null)]
    [InlineData(262_145, Limit)]
    public async Task Output_OfAState_MayHaveSoManyBytes(int bytes, string? error)
    {
        // Around them are two quotation marks and a character of two bytes.
        const int Half = 131_000;
        var input = $$"""{"half":"{{new string('x', Half)}}","rest":"{{new string('x', bytes - 4 - Half - Half)}}"}""";

        var run = await _workflows.RunAsync("""
            "A":{"Type":"Pass","Parameters":{"v.$":"States.Format('é{}{}{}', $.half, $.half, $.rest)"},"OutputPath":"$.v",
            "End":true}
            """, input);

        Assert.Equal(error, run.Error);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, Limit)]
    public async Task Answer_OfATask_MayHaveSoManyBytesAroundItsPayload(int more, string? error)
    {
        const int Payload = 250_000;
        _workflows.Functions.Answers($"\"{new string('x', Payload)}\"");
        var wrapped = (await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"))).Output!.Length;
        var other = new Workflows();
        other.Functions.Answers($"\"{new string('x', Payload + 262_144 - wrapped + more)}\"");

        var run = await other.RunAsync(Workflows.Task("A", "\"OutputPath\":\"$.StatusCode\",\"End\":true"));

        Assert.Equal(error, run.Error);
    }
}
