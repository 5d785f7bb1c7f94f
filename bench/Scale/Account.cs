using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;

namespace Canary.Bench.Scale;

/// <summary>
/// An account in virtual time with AWS's quotas, Canary in it, and functions that are to be released: each has an alias, a
/// version that is live, changed code, and an alarm.
/// </summary>
internal sealed class Account : IAsyncDisposable
{
    public const string Alias = "live";
    private const string Stable = "1";

    // As many as AWS gives an account by default.
    private const int Concurrency = 1_000;

    // From the state that is entered to the Lambda that runs.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);

    private readonly Random _chance = new(1);
    private readonly Dictionary<string, Released> _byFunction;
    private readonly InProcessCanary _canary;
    private int _metricsRead;

    public Account(IReadOnlyList<Released> releases, bool hasQuotas, CallLog calls)
    {
        _byFunction = releases.ToDictionary(release => release.Function);
        _canary = InProcessCanary.Create(Clock, new LocalAwsOptions
        {
            Lambda = new LambdaOptions { EnvironmentsPerVersion = Concurrency },
            Events = new() { Delay = TimeSpan.FromSeconds(1) },
            Jitter = new Random(1),
            HasRequestQuotas = hasQuotas,
        });
        _canary.Lambdas.Latency = Latency;
        foreach (var release in releases)
        {
            _canary.AddFunction(release.Function, Alias);
            _canary.AddAlarm(release.Function);
        }
        Aws.CloudWatch.EvaluateAlarms();
        Aws.FrontDoor.Called = (call, passes) =>
        {
            calls.Add(call, passes);
            if (passes && call is { Operation: "DescribeAlarms", Resource: { } name })
                Tell(name, release => release.Looks(Clock.GetUtcNow()));
        };
        Aws.CloudWatch.MetricsRead += count => Interlocked.Add(ref _metricsRead, count);
        Aws.CloudWatch.AlarmChanged += change =>
        {
            if (change.Alarm.State.Value == AlarmStateValue.Alarm)
                Tell(change.Alarm.Name, release => release.CalledBackAt ??= Clock.GetUtcNow());
        };
        Aws.Lambda.AliasChanged += Note;
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));

    /// <summary>How many metrics GetMetricData was asked for.</summary>
    public int MetricsRead => _metricsRead;

    public LocalAws Aws => _canary.Aws;

    /// <summary>Called when a candidate has got traffic for the first time.</summary>
    public Action<Released>? Shifted { get; set; }

    public void Start(Released release, ScaleRow row) => release.Execution = Aws.StepFunctions.StartExecution(
        _canary.StateMachine,
        null,
        $$"""
        {"functionName": "{{release.Function}}", "aliasName": "{{Alias}}", "alarms": ["{{release.Function}}"], {{row.Plan}}}
        """).ExecutionArn;

    /// <summary>What the function counts of its own failures, from which its alarm is made.</summary>
    public void PutFailures(Released release, double count) => _canary.PutFailures(release.Function, count);

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private TimeSpan Latency()
    {
        lock (_chance) return Shortest + (Longest - Shortest) * _chance.NextDouble();
    }

    private void Note(AliasConfiguration alias)
    {
        var function = alias.AliasArn.Split(':')[^2];
        Tell(function, release =>
        {
            var isFirst = release.ShiftedAt is null;
            release.Sees(alias.Weights?.Values.Single() ?? 0, alias.FunctionVersion == Stable, Clock.GetUtcNow());
            if (isFirst && release.ShiftedAt is not null) Shifted?.Invoke(release);
        });
    }

    private void Tell(string name, Action<Released> what)
    {
        if (!_byFunction.TryGetValue(name, out var release)) return;
        lock (release) what(release);
    }
}
