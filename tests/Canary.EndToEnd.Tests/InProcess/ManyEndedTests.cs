using System.Collections.Concurrent;
using System.Globalization;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Lambda;
using Canary.Local.StepFunctions.Model;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>
/// A pipeline had more rollouts refused than a list's page holds, EventBridge lost every event, and among them is one that was
/// stopped. CANARY_REFUSALS says how many.
/// </summary>
public class ManyEndedTests
{
    private const string Function = "orders";
    private const string Alias = "live";

    private static readonly int Refusals = int.Parse(
        Environment.GetEnvironmentVariable("CANARY_REFUSALS") ?? "1200", CultureInfo.InvariantCulture);

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
    private readonly ConcurrentBag<string> _calls = [];

    [Fact]
    public async Task Sweep_OneThatWasStoppedAmongManyRefusals_GivesItsAliasBackInFewCalls()
    {
        await using var canary = InProcessCanary.Create(_clock, new LocalAwsOptions
        {
            Lambda = new LambdaOptions { EnvironmentsPerVersion = 1_000 },
            Events = new() { Drop = happened => happened["source"]?.ToString() == "aws.states" },
            HasRequestQuotas = true,
        });
        var aws = canary.Aws;
        canary.AddFunction(Function, Alias);
        // The first sweep has just passed, and the next is minutes away.
        await PassAsync(301);
        var stopped = Start($$"""
            { "functionName": "{{Function}}", "aliasName": "{{Alias}}", "steps": [{ "weight": 10, "bakeSeconds": 3600 }] }
            """);
        await PassAsync(60);
        Assert.NotNull(aws.Lambda.GetAlias(Function, Alias).Weights);
        aws.StepFunctions.StopExecution(stopped);
        for (var begun = 0; begun < Refusals; begun++)
        {
            Start("{}");
            if (begun % 200 == 199) await PassAsync(1);
        }
        Assert.Equal(ExecutionStatus.Aborted, aws.StepFunctions.DescribeExecution(stopped).Status);
        aws.FrontDoor.Called = (call, passes) => _calls.Add($"{call.Operation} {passes}");

        await PassAsync(300);

        Assert.Null(aws.Lambda.GetAlias(Function, Alias).Weights);
        Assert.Equal(2 + 1 + Refusals / 1_000, Count("ListExecutions"));
        Assert.InRange(Count("GetExecutionHistory"), 1, 200);
        Assert.Equal(1, Count("UpdateAlias"));
        Assert.DoesNotContain(_calls, call => call.EndsWith("False", StringComparison.Ordinal));

        string Start(string input) => aws.StepFunctions.StartExecution(canary.StateMachine, null, input).ExecutionArn;
    }

    private int Count(string operation) => _calls.Count(call => call == $"{operation} True");

    private Task PassAsync(int seconds) => _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(seconds));
}
