using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Functions.Hosting;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.InProcess;

/// <summary>
/// An embedded AWS with the template deployed to it: the real state machine, the real Lambdas, their real AWS clients, all inside
/// this process. Functions have no code here but a folder that is empty.
/// </summary>
public sealed class InProcessCanary : IAsyncDisposable
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private readonly ServiceProvider _services;

    private InProcessCanary(LocalAws aws, InProcessLambdas lambdas)
    {
        (Aws, Lambdas, Wire) = (aws, lambdas, new InProcessWire(aws));
        lambdas.Services = _services = Services(Wire, aws.Clock);
        StateMachine = aws.Deploy(Tree, codeOf: _ => NoCode).StateMachines.Single().Arn;
    }

    /// <summary>Where a function's code may be said to lie.</summary>
    public static string NoCode { get; } = Directory.CreateTempSubdirectory("canary-in-process-").FullName;

    /// <summary>The embedded AWS.</summary>
    public LocalAws Aws { get; }

    /// <summary>Where the functions run.</summary>
    public InProcessLambdas Lambdas { get; }

    /// <summary>What the Lambdas' calls go through.</summary>
    public InProcessWire Wire { get; }

    /// <summary>The deployed state machine's ARN.</summary>
    public string StateMachine { get; }

    /// <summary>Creates the account and deploys.</summary>
    /// <param name="clock">All time. It is the caller's.</param>
    /// <param name="options">Null for the defaults. Execution environments are its own.</param>
    public static InProcessCanary Create(Clock clock, LocalAwsOptions? options = null)
    {
        options ??= new LocalAwsOptions();
        var lambdas = new InProcessLambdas(clock);
        var own = (options.Lambda ?? new LambdaOptions()) with { Environments = lambdas };
        return new(LocalAws.Create(clock, options with { Lambda = own }), lambdas);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private static ServiceProvider Services(InProcessWire wire, Clock clock)
    {
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        // The embedded AWS knows by this key that a function calls, whose time passes while it waits.
        var anybody = new BasicAWSCredentials(ProcessEnvironmentFactory.AccessKeyId, "local");
        services.AddSingleton<TimeProvider>(new WaitingTime(clock));
        services.AddSingleton<IAmazonLambda>(new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig(), wire)));
        services.AddSingleton<IAmazonCloudWatch>(new AmazonCloudWatchClient(anybody, Config(new AmazonCloudWatchConfig(), wire)));
        services.AddSingleton<IAmazonStepFunctions>(
            new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig(), wire)));
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
