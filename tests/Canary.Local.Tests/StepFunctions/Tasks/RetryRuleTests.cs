using System.Globalization;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>Which retrier an error gets, how often, and after what pause; and what its Catch sees then.</summary>
public class RetryRuleTests
{
    [Theory]
    // The retriers, the errors in their order, and which of the retriers makes each retry: told by its pause of 1, 10 or 100 s.
    [InlineData("A;B;States.ALL", "A B C A B C", "1 10 100 1 10 100")]
    [InlineData("States.TaskFailed;B;C", "B C", "1 1")]
    [InlineData("A,B;C;States.ALL", "B A C B", "1 1 10")]
    [InlineData("X;Y;States.TaskFailed", "A A", "100 100")]
    [InlineData("States.Timeout;X;A", "A A", "100 100")]
    public async Task Retriers_InTheirOrder_EachCountAlone(string retriers, string errors, string pauses)
    {
        var workflows = new Workflows();
        foreach (var error in errors.Split(' ')) workflows.Functions.Fails(error);
        workflows.Functions.Answers("{}");
        var list = retriers.Split(';').Select((names, index) => $$"""
            {"ErrorEquals":[{{string.Join(',', names.Split(',').Select(name => $"\"{name}\""))}}],
            "IntervalSeconds":{{Math.Pow(10, index)}},
             "BackoffRate":1,"MaxAttempts":2}
            """);

        var run = await workflows.RunAsync(Workflows.Task("A", $$""" "Retry":[{{string.Join(',', list)}}],"End":true"""));

        Assert.Equal(pauses, Pauses(workflows, run));
    }

    [Theory]
    [InlineData("States.ALL", 3)]
    [InlineData("States.Timeout", 3)]
    [InlineData("States.TaskFailed", 1)]
    [InlineData("Custom", 1)]
    public async Task Retry_OfATimeout_IsNotForTaskFailed(string name, int attempts)
    {
        var workflows = new Workflows();
        workflows.Functions.Answers("{}").Time = TimeSpan.FromMinutes(2);

        var run = await workflows.RunAsync(
            Workflows.Task("A", $$""" "TimeoutSeconds":60,"Retry":[{"ErrorEquals":["{{name}}"],"MaxAttempts":2}],"End":true"""));

        Assert.Equal(("States.Timeout", attempts), (run.Error, workflows.Functions.Calls.Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task Retry_ThatIsUsedUp_LeavesTheErrorToCatch(int maxAttempts, int attempts)
    {
        var workflows = new Workflows();
        workflows.Functions.Fails("A");

        var run = await workflows.RunAsync(
            Workflows.Task(
                "A",
                $$""" "Retry":[{"ErrorEquals":["A"],"MaxAttempts":{{maxAttempts}}}],"Catch":[{"ErrorEquals":["A"]"""
                + $$""","Next":"B"}],"End":true""")
                + ",\"B\":{\"Type\":\"Succeed\"}");

        Assert.Equal((ExecutionStatus.Succeeded, attempts), (run.Status, workflows.Functions.Calls.Count));
    }

    [Fact]
    public async Task Retry_OfAStateThatIsEnteredAgain_CountsAnew()
    {
        var workflows = new Workflows();
        workflows.Functions.Fails("A").Answers("{}").Fails("A").Answers("{\"done\":true}");

        var run = await workflows.RunAsync(
            Workflows.Task("A", """ "Retry":[{"ErrorEquals":["A"],"MaxAttempts":1}],"OutputPath":"$.Payload","Next":"B" """)
                + """,  "B":{"Type":"Choice","Choices":[{"Variable":"$.done","IsPresent":true,"Next":"C"}],"Default":"A"}"""
                + ""","C":{"Type":"Succeed"} """);

        Assert.Equal((ExecutionStatus.Succeeded, 4), (run.Status, workflows.Functions.Calls.Count));
    }

    [Theory]
    // Interval, rate and cap, and what the pauses are without jitter.
    [InlineData(""" "IntervalSeconds":2,"BackoffRate":3 """, "2 6 18 54")]
    [InlineData(""" "IntervalSeconds":2,"BackoffRate":3,"MaxDelaySeconds":7 """, "2 6 7 7")]
    [InlineData(""" "IntervalSeconds":5,"MaxDelaySeconds":3 """, "3 3 3 3")]
    [InlineData(""" "IntervalSeconds":3,"BackoffRate":1.1 """, "3 3.3 3.63 3.993")]
    public async Task Pause_WithFullJitter_IsAnyPartOfThePauseWithout(string fields, string pauses)
    {
        Assert.Equal(pauses, await PausesAsync(fields, new Drawn(0.999)));
        var most = pauses.Split(' ').Select(Number).ToArray();
        foreach (var draw in (double[])[0, 0.25, 0.999])
        {
            var drawn = await PausesAsync($"{fields},\"JitterStrategy\":\"FULL\"", new Drawn(draw));
            foreach (var (pause, whole) in drawn.Split(' ').Select(Number).Zip(most)) Assert.Equal(whole * draw, pause, 0.001);
        }
    }

    [Theory]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", true)]
    [InlineData("Lambda.TooManyRequestsException", true)]
    [InlineData("Lambda.ServiceException", false)]
    [InlineData("TooManyRequestsException", false)]
    public async Task Catch_OfWhatLambdaRefuses_MatchesItsWholeName(string name, bool caught)
    {
        var workflows = new Workflows();
        workflows.Functions.Refuses(429, "TooManyRequestsException");

        var run = await workflows.RunAsync(
            Workflows.Task(
                "A", $$""" "Catch":[{"ErrorEquals":["Other"],"Next":"A"},{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true""")
                + ",\"B\":{\"Type\":\"Succeed\"}");

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Status);
    }

    private static async Task<string> PausesAsync(string fields, Random random)
    {
        var workflows = new Workflows(random);
        workflows.Functions.Fails("A");
        var run = await workflows.RunAsync(
            Workflows.Task("A", $$""" "Retry":[{"ErrorEquals":["A"],{{fields}},"MaxAttempts":4}],"End":true"""));
        return Pauses(workflows, run);
    }

    /// <summary>The seconds between an attempt's failure and the next attempt.</summary>
    private static string Pauses(Workflows workflows, ExecutionDescription run)
    {
        var events = workflows.Service.GetExecutionHistory(run.ExecutionArn);
        var pauses = events.Zip(events.Skip(1)).Where(pair => pair is { First.Type: "TaskFailed", Second.Type: "TaskScheduled" });
        return string.Join(
            ' ',
            pauses.Select(
                pair => (pair.Second.Timestamp - pair.First.Timestamp).TotalSeconds.ToString(CultureInfo.InvariantCulture)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Drawn(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
