using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>
/// An account in virtual time with AWS's quotas: rollouts that bake, each of a function of its own, and a crowd that calls AWS
/// Lambda at random, more often than AWS takes.
/// </summary>
internal sealed class CrowdedStreet : IAsyncDisposable
{
    // Four times the quota, so that AWS takes one call of four.
    private const double CrowdPerSecond = 60;
    private const string Alias = "live";

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
    private readonly Random _random = new(1);
    private readonly InProcessCanary _canary;
    private readonly Dictionary<string, string> _executions = [];
    private readonly Dictionary<string, DateTimeOffset> _calledBack = [];
    private readonly Dictionary<string, DateTimeOffset> _back = [];
    private readonly string[] _functions;

    public CrowdedStreet(int rollouts)
    {
        _functions = [.. Enumerable.Range(0, rollouts).Select(index => $"service-{index}")];
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions
        {
            Events = new() { Delay = TimeSpan.FromSeconds(1) },
            Jitter = new Random(2),
            HasRequestQuotas = true,
        });
        foreach (var function in _functions)
        {
            _canary.AddFunction(function, Alias);
            _canary.AddAlarm(function);
        }
        Aws.CloudWatch.EvaluateAlarms();
        Aws.Lambda.AliasChanged += Note;
    }

    public IEnumerable<ExecutionDescription> Ends =>
        _executions.Values.Select(execution => Aws.StepFunctions.DescribeExecution(execution));

    private LocalAws Aws => _canary.Aws;

    private bool IsOver => Ends.All(end => end.Status != ExecutionStatus.Running) && _functions.All(_back.ContainsKey);

    /// <summary>Starts the rollouts, one a second, and brings the crowd when all of them bake.</summary>
    public async Task BakeAsync()
    {
        foreach (var function in _functions)
        {
            _executions[function] = Aws.StepFunctions.StartExecution(_canary.StateMachine, null, $$"""
                {
                  "functionName": "{{function}}", "aliasName": "{{Alias}}", "alarms": ["{{function}}"], "analysis": false,
                  "steps": [{ "weight": 10, "bakeSeconds": 3600 }]
                }
                """).ExecutionArn;
            await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(1));
        }
        await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(60));
        Assert.All(_functions, function => Assert.NotNull(Aws.Lambda.GetAlias(function, Alias).Weights));
        _ = CrowdAsync();
        await _clock.RunUntilAsync(_clock.GetUtcNow().AddMinutes(1));
    }

    /// <summary>Wants every alias back, one after the other, and waits until all rollouts have ended.</summary>
    public async Task CallBackAsync(Action<string> how, TimeSpan within)
    {
        foreach (var function in _functions)
        {
            how(function);
            _calledBack[function] = _clock.GetUtcNow();
            await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(0.7));
        }
        var limit = _clock.GetUtcNow() + within;
        while (!IsOver && _clock.GetUtcNow() < limit) await _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(10));
    }

    public void Stop(string function) => Aws.StepFunctions.StopExecution(_executions[function]);

    public void Fail(string function)
    {
        _canary.PutFailures(function, 1, _clock.GetUtcNow() - InProcessCanary.Evaluated);
        Aws.CloudWatch.EvaluateAlarms();
    }

    /// <summary>Another revision without a change, of which a rollout that is called back at once does not know.</summary>
    public void Touch(string function) => Aws.Lambda.UpdateAlias(function, Alias, new());

    public double SinceCalledBack(string function) => Since(function, _calledBack[function]);

    public double SinceRollback(string function) => Since(
        function,
        Aws.StepFunctions.GetExecutionHistory(_executions[function])
            .Single(happened => happened.Type == "TaskStateEntered" && happened.Details.Name == "Rollback").Timestamp);

    /// <summary>The seconds that such a share of the functions does not exceed.</summary>
    public double Quantile(double share, Func<string, double> seconds) =>
        _functions.Select(seconds).Order().ElementAt((int)Math.Ceiling(share * _functions.Length) - 1);

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    // An alias that never came back took forever.
    private double Since(string function, DateTimeOffset moment) =>
        _back.TryGetValue(function, out var back) ? (back - moment).TotalSeconds : double.PositiveInfinity;

    private async Task CrowdAsync()
    {
        var call = new ApiCall("lambda", "ListTags", "somebody-elses");
        using var held = new HeldClock(_clock);
        while (true)
        {
            var pause = -Math.Log(1 - _random.NextDouble()) / CrowdPerSecond;
            await held.WaitUntilAsync(held.Now.AddSeconds(pause), CancellationToken.None);
            await ((Task)Aws.FrontDoor.PassAsync(call, _ => true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Note(AliasConfiguration alias)
    {
        var function = alias.AliasArn.Split(':')[^2];
        lock (_back)
        {
            if (_calledBack.ContainsKey(function) && alias is { FunctionVersion: "1", Weights: null or { Count: 0 } })
                _back.TryAdd(function, _clock.GetUtcNow());
        }
    }
}
