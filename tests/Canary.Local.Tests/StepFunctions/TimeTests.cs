using Canary.Local.Clocks;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

public class TimeTests
{
    private static readonly string Caught =
        Workflows.Task(
            "A", """ "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true""") + ",\"B\":{\"Type\":\"Succeed\"}";

    private readonly Workflows _workflows = new();

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
        var unheld = new Unheld(clock, Workflows.Start.AddSeconds(5));
        var functions = new FakeFunctions { Gate = new TaskCompletionSource().Task };
        var service = new StepFunctionsService(unheld, new AwsAccount(), functions);
        var machine = service.CreateStateMachine(
            "m", Workflows.Machine(Workflows.Task("A", "\"TimeoutSeconds\":5,\"End\":true")), Workflows.Role);
        var ended = service.WhenEndedAsync(service.StartExecution(machine).ExecutionArn);
        await unheld.Awaited.Task;

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
    [InlineData("\"Timestamp\":\"2026-12-31T00:00:00Z\"", 364 * 86_400)]
    public async Task Wait_ForATime_EndsThen(string field, double seconds)
    {
        var run = await _workflows.RunAsync(
            $$""" "A":{"Type":"Wait",{{field}},"End":true} """, """{"s":30,"t":"2026-01-01T01:00:01.5+01:00"}""");

        Assert.Equal((ExecutionStatus.Succeeded, Workflows.Start.AddSeconds(seconds)), (run.Status, run.StopDate));
    }

    [Theory]
    [InlineData("\"SecondsPath\":\"$.s\"", "The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5")]
    [InlineData("\"SecondsPath\":\"$.m\"", "The SecondsPath parameter references a negative value: $.m == -1")]
    [InlineData("\"TimestampPath\":\"$.far\"", "Wait state delay is too long.")]
    [InlineData(
        "\"SecondsPath\":\"$.t\"",
        "The SecondsPath parameter does not reference an integer value: $.t == \"2026-01-01T00:00:00\"")]
    [InlineData("\"TimestampPath\":\"$.t\"",
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format "
        + "string: $.t == 2026-01-01T00:00:00")]
    public async Task Wait_ForWhatIsNoTime_FailsTheExecution(string field, string cause)
    {
        var run = await _workflows.RunAsync(
            $$""" "A":{"Type":"Wait",{{field}},"End":true} """,
            """{"s":1.5,"m":-1,"t":"2026-01-01T00:00:00","far":"2094-01-20T00:00:00Z"}""");

        Assert.Equal("States.Runtime", run.Error);
        Assert.EndsWith(cause, run.Cause);
    }

    /// <summary>Runs on while functions work, as the machine's own clock does.</summary>
    private sealed class Unheld(VirtualClock clock, DateTimeOffset awaited) : Clock
    {
        /// <summary>Completes once somebody waits for that moment: time that nobody holds must not pass it before.</summary>
        public TaskCompletionSource Awaited { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override IDisposable Hold() => new CancellationTokenSource();

        public override IDisposable Lift() => new CancellationTokenSource();

        public override Task<IDisposable> WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken = default)
        {
            var wait = clock.WaitUntilAsync(due, cancellationToken);
            if (due == awaited) Awaited.TrySetResult();
            return wait;
        }
    }
}
