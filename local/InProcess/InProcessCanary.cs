using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Functions.Hosting;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.News;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.InProcess;

/// <summary>
/// An embedded AWS with the template deployed to it: the real state machine, the real Lambdas, their real AWS clients, all inside
/// this process. Functions have no code here but a folder that is empty.
/// </summary>
public sealed class InProcessCanary : IAsyncDisposable
{
    private const string Namespace = "Shop";

    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private readonly ServiceProvider _services;
    private readonly IReadOnlyDictionary<string, string>? _parameters;

    private InProcessCanary(LocalAws aws, InProcessLambdas lambdas, IReadOnlyDictionary<string, string>? parameters)
    {
        (Aws, Lambdas, Wire) = (aws, lambdas, new InProcessWire(aws));
        lambdas.Services = _services = Services(Wire, aws);
        _parameters = parameters;
        StateMachine = Deploy(Tree).StateMachines.Single().StartArn;
    }

    /// <summary>Where a function's code may be said to lie.</summary>
    public static string NoCode { get; } = PassingFolder.Create("canary-in-process-").FullName;

    /// <summary>
    /// How long ago a minute began whose values an evaluation of alarms looks at: they are in some seconds after its end.
    /// </summary>
    public static TimeSpan Evaluated { get; } = TimeSpan.FromSeconds(65);

    /// <summary>The embedded AWS.</summary>
    public LocalAws Aws { get; }

    /// <summary>Where the functions run.</summary>
    public InProcessLambdas Lambdas { get; }

    /// <summary>What the Lambdas' calls go through.</summary>
    public InProcessWire Wire { get; }

    /// <summary>What rollouts are started by: the ARN of the deployed state machine's alias.</summary>
    public string StateMachine { get; }

    /// <summary>Creates the account and deploys.</summary>
    /// <param name="clock">All time. It is the caller's.</param>
    /// <param name="options">Null for the defaults. Execution environments are its own.</param>
    /// <param name="parameters">The template's, where they are not to be their defaults.</param>
    public static InProcessCanary Create(
        Clock clock, LocalAwsOptions? options = null, IReadOnlyDictionary<string, string>? parameters = null)
    {
        options ??= new LocalAwsOptions();
        var lambdas = new InProcessLambdas(clock);
        var own = (options.Lambda ?? new LambdaOptions()) with { Environments = lambdas };
        return new(LocalAws.Create(clock, options with { Lambda = own }), lambdas, parameters);
    }

    /// <summary>Deploys a source tree, such as that of another release of Canary, over what is there.</summary>
    public DeploymentPlan Deploy(SourceTree tree) => Aws.Deploy(tree, parameters: _parameters, codeOf: _ => NoCode);

    /// <summary>A function that is to be released: its alias is at version 1, and its code has changed since.</summary>
    public void AddFunction(string name, string alias)
    {
        Aws.Lambda.CreateFunction(
            new FunctionDefinition(name, "dotnet10", "Shop", NoCode) { Role = "arn:aws:iam::123456789012:role/shop" },
            publish: true);
        Aws.Lambda.CreateAlias(name, alias, "1", "");
        Aws.Lambda.UpdateFunctionConfiguration(
            name, was => was with { Environment = new Dictionary<string, string> { ["RELEASE"] = "2" } });
    }

    /// <summary>An alarm of this name, which goes to ALARM when it is told of failures, and stays there.</summary>
    public void AddAlarm(string name)
    {
        Aws.CloudWatch.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = name,
            Namespace = Namespace,
            MetricName = name,
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
            // So that it stays in the state that its last value put it in.
            TreatMissingData = "ignore",
        });
        PutFailures(name, 0, Aws.Clock.GetUtcNow() - Evaluated);
    }

    /// <summary>Tells an alarm of failures.</summary>
    /// <param name="alarm">Its name.</param>
    /// <param name="count">How many.</param>
    /// <param name="at">In which minute; null for now.</param>
    public void PutFailures(string alarm, double count, DateTimeOffset? at = null) => Aws.CloudWatch.PutMetricData(
        Namespace, [new MetricDatum { MetricName = alarm, Value = count, Timestamp = at }]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private static ServiceProvider Services(InProcessWire wire, LocalAws aws)
    {
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        // The embedded AWS knows by this key that a function calls, whose time passes while it waits.
        var anybody = new BasicAWSCredentials(ProcessEnvironmentFactory.AccessKeyId, "local");
        services.AddSingleton<TimeProvider>(new WaitingTime(aws.Clock));
        services.AddSingleton<IFigures>(new CountedFigures(aws.CloudWatch));
        services.AddSingleton<IAmazonLambda>(new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig(), wire)));
        services.AddSingleton<IAmazonCloudWatch>(new AmazonCloudWatchClient(anybody, Config(new AmazonCloudWatchConfig(), wire)));
        services.AddSingleton<IAmazonStepFunctions>(
            new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig(), wire)));
        services.AddSingleton<IAmazonEventBridge>(
            new AmazonEventBridgeClient(anybody, Config(new AmazonEventBridgeConfig(), wire)));
        return services.BuildServiceProvider();
    }

    private static T Config<T>(T config, InProcessWire wire) where T : ClientConfig
    {
        // The SDK's own retries wait in real time. The state machine's do not.
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = ("http://aws.local", "us-east-1", 0);
        config.HttpClientFactory = wire.ToFactory();
        return config;
    }
}
