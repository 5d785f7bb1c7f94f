using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>What a rollout asks of AWS: each call takes from a quota that the whole account has.</summary>
public sealed class CallsOfARolloutTests : IAsyncDisposable
{
    private const string Function = "orders";
    private const int Checks = 20;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
    private readonly InProcessCanary _canary;
    private readonly List<string> _calls = [];

    public CallsOfARolloutTests()
    {
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions { Jitter = new Random(1) });
        _canary.AddFunction(Function, "live");
        _canary.AddAlarm(Function);
        _canary.Aws.FrontDoor.Called = (call, _) =>
        {
            lock (_calls) _calls.Add(call.Operation);
        };
    }

    [Fact]
    public async Task Canary10Percent5Minutes_OutsideItsChecks_MakesSixScarceCalls()
    {
        await RunAsync();

        var counts = _calls.CountBy(call => call).ToDictionary();
        Assert.Equal(
            (3, 1, 1),
            (counts["UpdateAlias"], counts["PublishVersion"], counts["ListProvisionedConcurrencyConfigs"]));
        Assert.DoesNotContain("GetFunctionConcurrency", counts.Keys);
        Assert.DoesNotContain("GetProvisionedConcurrencyConfig", counts.Keys);
        Assert.DoesNotContain("ListEventSourceMappings", counts.Keys);
        // The plan's, and at most one at each check.
        Assert.InRange(counts["GetAlias"], 1, 1 + Checks);
    }

    [Fact]
    public async Task Plan_AsksTheScarcestFirst()
    {
        await RunAsync();

        var plan = _calls.SkipWhile(call => call != "DescribeAlarms").TakeWhile(call => call != "UpdateAlias")
            .Where(call => call is "DescribeAlarms" or "GetAlias" or "ListProvisionedConcurrencyConfigs"
                or "GetMetricData" or "GetFunction")
            .Distinct();
        Assert.Equal(["DescribeAlarms", "GetAlias", "ListProvisionedConcurrencyConfigs", "GetMetricData", "GetFunction"], plan);
    }

    [Fact]
    public async Task Canary10Percent5Minutes_EndsWithThePromotion_InThreeTransitionsACheckAndTen()
    {
        var states = await RunAsync();

        Assert.Equal(["Promote", "Decide", "Succeeded"], states[^3..]);
        Assert.Equal(Checks, states.Count(state => state == "CheckHealth"));
        Assert.InRange(states.Count, 3 * Checks, 3 * Checks + 10);
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private async Task<List<string>> RunAsync()
    {
        var execution = _canary.Aws.StepFunctions.StartExecution(_canary.StateMachine, null, $$"""
            {
              "functionName": "{{Function}}", "aliasName": "live", "alarms": ["{{Function}}"],
              "deploymentConfig": "Canary10Percent5Minutes", "checkIntervalSeconds": 15
            }
            """).ExecutionArn;
        await _clock.RunUntilAsync(_canary.Aws.StepFunctions.WhenEndedAsync(execution));
        return
        [
            .. _canary.Aws.StepFunctions.GetExecutionHistory(execution)
                .Where(happened => happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
                .Select(happened => happened.Details.Name!),
        ];
    }
}
