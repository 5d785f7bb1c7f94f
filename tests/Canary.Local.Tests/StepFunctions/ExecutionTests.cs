using Canary.Local.Clocks;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

public class ExecutionTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private static readonly string Caught =
        Workflows.Task("A", """ "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true""") + ",\"B\":{\"Type\":\"Succeed\"}";

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Start_WithAName_IsTheSameWhileItRunsWithTheSameInput()
    {
        var machine = _workflows.Create(Waits);
        var first = _workflows.Service.StartExecution(machine, "rollout-1", """{"a":1}""");

        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:machine-1:rollout-1", first.ExecutionArn);
        Assert.Equal(first.ExecutionArn, _workflows.Service.StartExecution(machine, "rollout-1", """{"a":1}""").ExecutionArn);
        AssertExists("""{"a":2}""");

        await _workflows.EndAsync(first.ExecutionArn);
        AssertExists("""{"a":1}""");
        Assert.Single(_workflows.Service.ListExecutions(machine).Items);

        void AssertExists(string input) => AssertRefused(
            "ExecutionAlreadyExists",
            $"Execution Already Exists: '{first.ExecutionArn}'",
            () => _workflows.Service.StartExecution(machine, "rollout-1", input));
    }

    [Fact]
    public void Start_WithoutAName_TakesAUuid()
    {
        var started = _workflows.Service.StartExecution(_workflows.Create(Waits));

        Assert.True(Guid.TryParse(started.Name, out _));
        Assert.EndsWith($":execution:machine-1:{started.Name}", started.ExecutionArn);
        Assert.Equal(("{}", ExecutionStatus.Running), (started.Input, started.Status));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a<b")]
    [InlineData("a[0]")]
    [InlineData("a*")]
    [InlineData("a\"b")]
    [InlineData("a#b")]
    [InlineData("a$b")]
    [InlineData("a,b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    public void Start_WithAForbiddenCharacter_IsInvalidName(string name)
    {
        var machine = _workflows.Create(Waits);

        AssertRefused("InvalidName", $"Invalid Name: '{name}'", () => _workflows.Service.StartExecution(machine, name));
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(81, "Member must have length less than or equal to 80")]
    [InlineData(0, "Member must have length greater than or equal to 1")]
    public void Start_WithANameOfSomeLength_AllowsOneToEighty(int length, string? rule)
    {
        var machine = _workflows.Create(Waits);
        var name = new string('n', length);

        if (rule is null) Assert.Equal(name, _workflows.Service.StartExecution(machine, name).Name);
        else AssertRefused(
            "ValidationException",
            $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: {rule}",
            () => _workflows.Service.StartExecution(machine, name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{'a':1}")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Start_WithInputThatIsNoJson_IsInvalidExecutionInput(string input)
    {
        var machine = _workflows.Create(Waits);

        var refusal = Assert.Throws<AwsException>(() => _workflows.Service.StartExecution(machine, null, input));

        Assert.Equal("InvalidExecutionInput", refusal.Code);
        Assert.StartsWith("Invalid State Machine Execution Input: '", refusal.Message);
    }

    [Theory]
    [InlineData(262_142, true)]
    [InlineData(262_143, false)]
    public void Start_WithInputAtTheLimit_CountsBytes(int length, bool accepted)
    {
        var machine = _workflows.Create(Waits);
        var input = $"\"{new string('é', length / 2)}{new string('e', length % 2)}\"";

        if (accepted) Assert.Equal(input, _workflows.Service.StartExecution(machine, null, input).Input);
        else Assert.Equal("InvalidExecutionInput", Assert.Throws<AwsException>(() => _workflows.Service.StartExecution(machine, null, input)).Code);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task Start_WithAnyJson_Runs(string input)
    {
        Assert.Equal(input, (await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """, input)).Output);
    }

    [Fact]
    public void Start_OfWhatIsNoStateMachine_SaysSo()
    {
        const string Unknown = "arn:aws:states:us-east-1:123456789012:stateMachine:none";
        AssertRefused("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Unknown}'", () => _workflows.Service.StartExecution(Unknown));
        AssertRefused("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: none'", () => _workflows.Service.StartExecution("none"));
        AssertRefused(
            "InvalidArn",
            "Invalid Arn: 'Resource type not valid in this context: execution'",
            () => _workflows.Service.StartExecution("arn:aws:states:us-east-1:123456789012:execution:m:e"));
    }

    [Fact]
    public async Task Stop_DuringAWait_EndsItAtOnce()
    {
        var arn = _workflows.Begin(Waits);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(10));

        _workflows.Service.StopExecution(arn, "Operator", "Pressed Stop.");

        var run = await _workflows.EndAsync(arn);
        Assert.Equal((ExecutionStatus.Aborted, "Operator", "Pressed Stop.", Workflows.Start.AddSeconds(10)), (run.Status, run.Error, run.Cause, run.StopDate));
        Assert.Equal(["1←0 ExecutionStarted", "2←0 WaitStateEntered", "3←0 ExecutionAborted"], _workflows.History(arn));
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));
        Assert.Equal(3, _workflows.Service.GetExecutionHistory(arn).Count);
    }

    [Fact]
    public async Task Stop_DuringATask_IgnoresTheResultAndRunsNoCatch()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workflows.Functions.Fails("E").Gate = answer.Task;
        var arn = _workflows.Begin(Caught);
        await _workflows.Functions.Invoked.Task;

        _workflows.Service.StopExecution(arn);
        var run = await _workflows.Service.WhenEndedAsync(arn);
        answer.SetResult();
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));

        Assert.Equal((ExecutionStatus.Aborted, null, null), (run.Status, run.Error, run.Cause));
        Assert.Equal(
            ["1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←0 ExecutionAborted"],
            _workflows.History(arn));
    }

    [Fact]
    public async Task Stop_DuringTheWaitBeforeARetry_MakesNoOtherAttempt()
    {
        _workflows.Functions.Fails("E");
        var arn = _workflows.Begin(Workflows.Task("A", """ "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":100}],"End":true"""));
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(50));

        _workflows.Service.StopExecution(arn);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));

        Assert.Single(_workflows.Functions.Calls);
        Assert.Equal(ExecutionStatus.Aborted, _workflows.Service.DescribeExecution(arn).Status);
    }

    [Fact]
    public async Task Stop_AfterTheEnd_ChangesNothing()
    {
        var ended = await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """);

        Assert.Equal(ended, _workflows.Service.StopExecution(ended.ExecutionArn, "Late", "Too late."));
    }

    [Fact]
    public async Task MachineTimeout_DuringATask_RunsNoCatch()
    {
        _workflows.Functions.Answers("{}").Time = TimeSpan.FromMinutes(10);

        var run = await _workflows.RunAsync(Caught, more: "\"TimeoutSeconds\":60,");

        Assert.Equal((ExecutionStatus.TimedOut, Workflows.Start.AddMinutes(1)), (run.Status, run.StopDate));
        Assert.Equal("ExecutionTimedOut", _workflows.Service.GetExecutionHistory(run.ExecutionArn)[^1].Type);
    }

    [Fact]
    public async Task Task_WhoseProcessHangs_TimesOutOnAClockThatRunsOn()
    {
        var clock = new VirtualClock(Workflows.Start);
        var functions = new FakeFunctions { Gate = new TaskCompletionSource().Task };
        var service = new StepFunctionsService(new Unheld(clock), new AwsAccount(), functions);
        var machine = service.CreateStateMachine("m", Workflows.Machine(Workflows.Task("A", "\"TimeoutSeconds\":5,\"End\":true")), Workflows.Role);
        var ended = service.WhenEndedAsync(service.StartExecution(machine).ExecutionArn);
        await functions.Invoked.Task;

        await clock.RunUntilAsync(Workflows.Start.AddSeconds(4.9));
        Assert.False(ended.IsCompleted);
        await clock.RunUntilAsync(Workflows.Start.AddSeconds(5));

        Assert.Equal("States.Timeout", (await ended).Error);
    }

    [Fact]
    public async Task TimeoutSecondsPath_OfATask_ComesFromTheInput()
    {
        _workflows.Functions.Answers("{}").Time = TimeSpan.FromSeconds(8);

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"TimeoutSecondsPath\":\"$.t\",\"End\":true"), """{"t":7}""");

        Assert.Equal(("States.Timeout", Workflows.Start.AddSeconds(7)), (run.Error, run.StopDate));
    }

    [Theory]
    [InlineData("\"Seconds\":90", 90)]
    [InlineData("\"SecondsPath\":\"$.s\"", 30)]
    [InlineData("\"Timestamp\":\"2026-01-01T00:02:00Z\"", 120)]
    [InlineData("\"TimestampPath\":\"$.t\"", 1.5)]
    [InlineData("\"Timestamp\":\"2025-01-01T00:00:00Z\"", 0)]
    [InlineData("\"Seconds\":0", 0)]
    public async Task Wait_ForATime_EndsThen(string field, double seconds)
    {
        var run = await _workflows.RunAsync($$""" "A":{"Type":"Wait",{{field}},"End":true} """, """{"s":30,"t":"2026-01-01T01:00:01.5+01:00"}""");

        Assert.Equal((ExecutionStatus.Succeeded, Workflows.Start.AddSeconds(seconds)), (run.Status, run.StopDate));
    }

    [Theory]
    [InlineData("\"SecondsPath\":\"$.s\"", "The SecondsPath parameter does not reference an integer value: $.s == 1.5")]
    [InlineData("\"SecondsPath\":\"$.t\"", "The SecondsPath parameter does not reference an integer value: $.t == \"2026-01-01T00:00:00\"")]
    [InlineData("\"TimestampPath\":\"$.t\"",
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2026-01-01T00:00:00")]
    public async Task Wait_ForWhatIsNoTime_FailsTheExecution(string field, string cause)
    {
        var run = await _workflows.RunAsync($$""" "A":{"Type":"Wait",{{field}},"End":true} """, """{"s":1.5,"t":"2026-01-01T00:00:00"}""");

        Assert.Equal("States.Runtime", run.Error);
        Assert.EndsWith(cause, run.Cause);
    }

    [Fact]
    public async Task Events_OfTheService_TellStatusesAndStates()
    {
        var told = new List<string>();
        _workflows.Service.ExecutionStatusChanged += execution => told.Add(execution.Status.ToAws());
        _workflows.Service.StateEntered += state => told.Add($"{state.StateName} {state.StateType} {state.Time - Workflows.Start:c} {state.Input}");

        var run = await _workflows.RunAsync(
            """ "A":{"Type":"Wait","Seconds":60,"Next":"B"},"B":{"Type":"Pass","Result":2,"Next":"C"},"C":{"Type":"Fail"} """, "1");

        Assert.Equal(["RUNNING", "A Wait 00:00:00 1", "B Pass 00:01:00 1", "C Fail 00:01:00 2", "FAILED"], told);
        Assert.Equal((null, null, 3), (run.Error, run.Cause, run.Transitions));
    }

    [Fact]
    public async Task Update_OfAStateMachine_LeavesRunningExecutionsAlone()
    {
        var machine = _workflows.Create(Waits);
        var old = _workflows.Service.StartExecution(machine);

        _workflows.Service.UpdateStateMachine(machine, Workflows.Machine(""" "A":{"Type":"Pass","Result":"new","End":true} """), null);

        var fresh = _workflows.Service.StartExecution(machine);
        Assert.Equal("\"new\"", (await _workflows.EndAsync(fresh.ExecutionArn)).Output);
        Assert.Equal("{}", (await _workflows.EndAsync(old.ExecutionArn)).Output);
        Assert.Contains("Wait", _workflows.Service.DescribeStateMachineForExecution(old.ExecutionArn).Definition);
    }

    private static void AssertRefused(string code, string message, Action action)
    {
        var refusal = Assert.Throws<AwsException>(action);
        Assert.Equal((400, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }

    /// <summary>Runs on while functions work, as the machine's own clock does.</summary>
    private sealed class Unheld(VirtualClock clock) : Clock
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override IDisposable Hold() => new CancellationTokenSource();

        public override Task<IDisposable> WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken = default) =>
            clock.WaitUntilAsync(due, cancellationToken);
    }
}
