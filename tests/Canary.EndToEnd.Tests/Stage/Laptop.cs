using System.Text.Json;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Faults;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>
/// The deployed template on the embedded AWS, in virtual time: the real Lambdas as processes, the real state machine.
/// The tests speak to it as its users do, through the AWS SDK and over the wire.
/// </summary>
public sealed class Laptop : IAsyncLifetime
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private int _functions;

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LocalAws Aws { get; private set; } = null!;

    public IAmazonLambda Lambda { get; private set; } = null!;

    public IAmazonCloudWatch CloudWatch { get; private set; } = null!;

    public IAmazonStepFunctions StepFunctions { get; private set; } = null!;

    public string StateMachineArn { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // As at AWS, an event comes after what it tells of: a Lambda that was under way has ended by then.
        Aws = await LocalAws.StartAsync(Clock, options: new() { Events = new() { Delay = TimeSpan.FromSeconds(1) } });
        StateMachineArn = Aws.Deploy(Tree).StateMachines.Single().StartArn;
        var anybody = new BasicAWSCredentials("local", "local");
        Lambda = new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig()));
        CloudWatch = new AmazonCloudWatchClient(anybody, Config(new AmazonCloudWatchConfig()));
        StepFunctions = new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig()));
    }

    public async ValueTask DisposeAsync()
    {
        Lambda.Dispose();
        CloudWatch.Dispose();
        StepFunctions.Dispose();
        await Aws.DisposeAsync();
    }

    /// <summary>
    /// A sample function of its own for a test: version 1 is live, and $LATEST has changed since.
    /// A whole minute begins, so that no test hangs on how much time the others before it took.
    /// </summary>
    /// <param name="errorRate">The share of requests that the new version fails.</param>
    /// <param name="latencyMilliseconds">How long the new version takes.</param>
    /// <param name="failsAs">What a failure of either version looks like: the sample's FAILS_AS.</param>
    /// <param name="stableErrorRate">The share of requests that version 1 fails.</param>
    public async Task<Target> NewTargetAsync(
        string errorRate = "0", string latencyMilliseconds = "0", string failsAs = "error", string stableErrorRate = "0")
    {
        await PassAsync(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(Clock.GetUtcNow().Ticks % TimeSpan.TicksPerMinute));
        var name = $"sample-{Interlocked.Increment(ref _functions)}";
        Aws.Lambda.CreateFunction(new FunctionDefinition(name, "dotnet10", "Canary.Sample", Tree.BuildOutputOf(
            "local/Sample", "Canary.Sample"))
        {
            Role = "arn:aws:iam::123456789012:role/sample",
            Environment = new Dictionary<string, string> { ["FAILS_AS"] = failsAs, ["ERROR_RATE"] = stableErrorRate },
        });
        await Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        await Lambda.CreateAliasAsync(new CreateAliasRequest { FunctionName = name, Name = "live", FunctionVersion = "1" });
        await Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest
        {
            FunctionName = name,
            Environment = new Amazon.Lambda.Model.Environment
            {
                Variables = new()
                {
                    ["ERROR_RATE"] = errorRate,
                    ["LATENCY_MS"] = latencyMilliseconds,
                    ["FAILS_AS"] = failsAs,
                    ["RELEASE"] = "2",
                },
            },
        });
        return new Target(this, name);
    }

    public async Task<string> StartAsync(string input) =>
        (await StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = StateMachineArn, Input = input })).ExecutionArn;

    /// <summary>Runs time until the execution has ended.</summary>
    public async Task<Ending> EndAsync(string execution)
    {
        await Clock.RunUntilAsync(Aws.StepFunctions.WhenEndedAsync(execution));
        var ended = await StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution });
        return new Ending(ended, await HistoryAsync(execution));
    }

    public async Task<Ending> RunAsync(string input) => await EndAsync(await StartAsync(input));

    /// <summary>Lets that much time pass.</summary>
    public Task PassAsync(TimeSpan time) => Clock.RunUntilAsync(Clock.GetUtcNow() + time);

    /// <summary>An alarm on a metric of its own, which a test can breach at will.</summary>
    public async Task<string> NewAlarmAsync(string name)
    {
        await CloudWatch.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = name,
            Namespace = "Test",
            MetricName = name,
            Statistic = Statistic.Sum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = "notBreaching",
        });
        return name;
    }

    public Task BreachAsync(string alarm) => CloudWatch.PutMetricDataAsync(new PutMetricDataRequest
    {
        Namespace = "Test",
        MetricData = [new MetricDatum { MetricName = alarm, Value = 5, Timestamp = Clock.GetUtcNow().UtcDateTime }],
    });

    /// <summary>Breaches an alarm and waits until it is in ALARM.</summary>
    public async Task FireAsync(string alarm)
    {
        await BreachAsync(alarm);
        // The minute ends, and its values are in some seconds after it.
        await PassAsync(TimeSpan.FromSeconds(65));
    }

    /// <summary>Makes one of Canary's own Lambdas crash until the result is disposed.</summary>
    public IDisposable Break(string state) =>
        Aws.Faults.Add(new Fault(
            ApiCall.Function, state == "PlanRollout" ? "canary-PlanRollout" : $"canary-{state}Function", FaultKind.CrashBefore));

    /// <summary>
    /// The token that an execution waits for now, as a person finds it in the console: in the newest task's parameters.
    /// </summary>
    public async Task<string> TokenAsync(string execution)
    {
        var history = await StepFunctions.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = execution, ReverseOrder = true, MaxResults = 20 });
        using var parameters = JsonDocument.Parse(
            history.Events.First(entry => entry.TaskScheduledEventDetails is not null).TaskScheduledEventDetails.Parameters);
        return parameters.RootElement.GetProperty("Payload").GetProperty("taskToken").GetString()!;
    }

    private T Config<T>(T config) where T : ClientConfig
    {
        config.ServiceURL = Aws.Url.ToString();
        config.AuthenticationRegion = Aws.Account.Region;
        return config;
    }

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string execution)
    {
        var events = new List<HistoryEvent>();
        var request = new GetExecutionHistoryRequest { ExecutionArn = execution, MaxResults = 1000 };
        do
        {
            var page = await StepFunctions.GetExecutionHistoryAsync(request);
            events.AddRange(page.Events);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return events;
    }
}
