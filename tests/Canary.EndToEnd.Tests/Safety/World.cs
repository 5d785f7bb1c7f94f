using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Functions;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Deploy;
using Canary.Local.Events;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>
/// An embedded AWS in virtual time with the deployed template on it: the real state machine, the real Lambdas, their real AWS clients,
/// all inside this process.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string Function = "orders";
    public const string Alias = "live";
    public const string Alarm = "errors";
    public const string Description = "orders, live";
    public const string Third = "1";
    public const string Stable = "2";
    public const string Candidate = "3";

    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);
    private static readonly string NoCode = Directory.CreateTempSubdirectory("canary-safety-").FullName;
    private static readonly AsyncLocal<(string Lambda, string? Execution)?> Caller = new();

    private readonly ServiceProvider _services;

    private World(VirtualClock clock, LocalAws aws, InProcessLambdas lambdas)
    {
        (Clock, Aws) = (clock, aws);
        Wire = new InProcessWire(aws);
        _services = Services(Wire);
        lambdas.Services = _services;
        lambdas.Invoked = (lambda, payload) => Caller.Value = (lambda, ExecutionOf(payload));
        Aws.Lambda.AliasChanged += Note;
    }

    public VirtualClock Clock { get; }

    public LocalAws Aws { get; }

    public InProcessWire Wire { get; }

    public string StateMachine { get; private set; } = "";

    /// <summary>Every change of the alias that took effect.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>The user's function that does that.</summary>
    public static string HookName(HookWord word) => $"hook-{word}";

    public static World Create(Script script)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var lambdas = new InProcessLambdas();
        var events = new EventsOptions { Delay = TimeSpan.FromSeconds(1), Drop = happened => script.LosesEvents && happened["source"]?.ToString() == "aws.states" };
        var aws = LocalAws.Create(clock, new LocalAwsOptions
        {
            Lambda = new LambdaOptions { Environments = lambdas },
            Jitter = new Random(script.Interval),
            Events = events,
        });
        var world = new World(clock, aws, lambdas);
        world.Deploy();
        world.AddTarget(script.HasChanged);
        foreach (var fault in script.Faults) aws.Faults.Add(fault);
        return world;
    }

    /// <summary>Does something that must not be taken for the deed of the Lambda in whose flow it happens.</summary>
    public static void AsSomebodyElse(Action deed)
    {
        var caller = Caller.Value;
        Caller.Value = null;
        deed();
        Caller.Value = caller;
    }

    /// <summary>Gives the alarm a value in the last whole minute, and has it evaluated at once: SetAlarmState would not last.</summary>
    public void PutErrors(double count)
    {
        // A minute before those whose values have been in for the five seconds that an evaluation waits.
        var minute = Clock.GetUtcNow().AddSeconds(-65);
        Aws.CloudWatch.PutMetricData("Test", [new MetricDatum { MetricName = "Errors", Value = count, Timestamp = minute }]);
        Aws.CloudWatch.EvaluateAlarms();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private static ServiceProvider Services(InProcessWire wire)
    {
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        // The embedded AWS knows by this key that a function calls, whose time passes while it waits.
        var anybody = new BasicAWSCredentials(ProcessEnvironmentFactory.AccessKeyId, "local");
        // The SDK's own retries wait in real time. The state machine's do not.
        services.AddSingleton<TimeProvider>(new Impatient());
        services.AddSingleton<IAmazonLambda>(new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig(), wire)));
        services.AddSingleton<IAmazonCloudWatch>(new AmazonCloudWatchClient(anybody, Config(new AmazonCloudWatchConfig(), wire)));
        services.AddSingleton<IAmazonStepFunctions>(new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig(), wire)));
        return services.BuildServiceProvider();
    }

    private static T Config<T>(T config, InProcessWire wire) where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = ("http://aws.local", "us-east-1", 0);
        config.HttpClientFactory = wire.ToFactory();
        return config;
    }

    private static string? ExecutionOf(ReadOnlyMemory<byte> payload)
    {
        using var document = System.Text.Json.JsonDocument.Parse(payload);
        return document.RootElement.TryGetProperty("rollout", out var rollout) ? rollout.GetProperty("execution").GetString() : null;
    }

    private void Deploy()
    {
        var plan = Aws.Deploy(Tree, codeOf: _ => NoCode);
        StateMachine = plan.StateMachines.Single().Arn;
    }

    private void AddTarget(bool hasChanged)
    {
        var lambda = Aws.Lambda;
        foreach (var word in Enum.GetValues<HookWord>()) lambda.CreateFunction(new FunctionDefinition(HookName(word), "dotnet10", "Hook", NoCode) { Role = "arn:aws:iam::123456789012:role/hook" });
        var definition = new FunctionDefinition(Function, "dotnet10", "Orders", NoCode) { Role = "arn:aws:iam::123456789012:role/orders" };
        lambda.CreateFunction(definition, publish: true);
        Release("2");
        lambda.PublishVersion(Function);
        lambda.CreateAlias(Function, Alias, Third, Description);
        // So that a read that lags shows an alias, and another version on it.
        lambda.UpdateAlias(Function, Alias, new(Stable));
        if (hasChanged) Release("3");
        Aws.CloudWatch.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = Alarm,
            Space = "Test",
            MetricName = "Errors",
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
            // So that it stays in the state that its last value put it in.
            TreatMissingData = "ignore",
        });
        PutErrors(0);

        void Release(string number) => lambda.UpdateFunctionConfiguration(Function, was => was with { Environment = new Dictionary<string, string> { ["RELEASE"] = number } });
    }

    private void Note(AliasConfiguration alias)
    {
        var state = alias.Weights?.SingleOrDefault() is { Key: { } version, Value: var weight } ? new Rollouts.AliasState(alias.FunctionVersion, version, weight) : new(alias.FunctionVersion);
        lock (Changes) Changes.Add(new(Clock.GetUtcNow(), Caller.Value?.Lambda, Caller.Value?.Execution, new(state, alias.RevisionId, alias.Description)));
    }
}
