using Amazon.CloudWatch;
using Amazon.EventBridge;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.StepFunctions;
using Canary.Executions;
using Canary.Functions.Aws;
using Canary.Functions.Reads;
using Canary.Functions.Writes;
using Canary.News;
using Canary.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.Functions.Hosting;

/// <summary>Gives the ports their adapters.</summary>
[LambdaStartup]
public sealed class Startup
{
    // A call that hangs is given up and made once more, and a Lambda makes two in a row at most: within its own time-out of 20 s.
    // PlanRollout makes a few more; it changes nothing, and is run again.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(4);
    private const int CallRetries = 1;

    // What is only told is tried once, and soon given up: nothing waits for it.
    private static readonly TimeSpan NewsTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Called once, when the process starts.</summary>
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IAmazonLambda>(
            _ => new AmazonLambdaClient(new AmazonLambdaConfig { Timeout = CallTimeout, MaxErrorRetry = CallRetries }));
        services.AddSingleton<IAmazonCloudWatch>(_ =>
            new AmazonCloudWatchClient(new AmazonCloudWatchConfig { Timeout = CallTimeout, MaxErrorRetry = CallRetries }));
        services.AddSingleton<IAmazonStepFunctions>(_ =>
            new AmazonStepFunctionsClient(new AmazonStepFunctionsConfig { Timeout = CallTimeout, MaxErrorRetry = CallRetries }));
        services.AddSingleton<IAmazonEventBridge>(_ =>
            new AmazonEventBridgeClient(new AmazonEventBridgeConfig { Timeout = NewsTimeout, MaxErrorRetry = 0 }));
        services.AddSingleton<IAliases, LambdaAliases>();
        services.AddSingleton<IConcurrency, LambdaConcurrency>();
        services.AddSingleton<IEventSources, LambdaEventSources>();
        services.AddSingleton<IVersions, LambdaVersions>();
        services.AddSingleton<IAlarms, CloudWatchAlarms>();
        services.AddSingleton<IMetrics, CloudWatchMetrics>();
        services.AddSingleton<IExecutions, StepFunctionsExecutions>();
        services.AddSingleton<INews, EventBridgeNews>();
        services.AddSingleton<IFigures>(
            all => new EmbeddedFigures(Console.OpenStandardOutput(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Teller>();
        services.AddSingleton<TrafficHistoryReader>();
        services.AddSingleton<HoldReader>();
        services.AddSingleton<EndedReader>();
        services.AddSingleton<AliasWriter>();
        services.AddSingleton<WordWriter>();
        services.AddSingleton<ProvisionedRollback>();
        services.AddSingleton<AliasRollback>();
        services.AddSingleton<SweepMemory>();
    }
}
