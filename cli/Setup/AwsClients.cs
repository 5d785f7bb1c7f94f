using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Canary.Cli.Setup;

/// <summary>The AWS SDK's clients for the embedded AWS: what a pipeline would use, over the wire.</summary>
internal sealed class AwsClients(Uri endpoint, string region) : IDisposable
{
    private static readonly BasicAWSCredentials Anybody = new("local", "local");

    public IAmazonLambda Lambda { get; } = new AmazonLambdaClient(Anybody, Config(new AmazonLambdaConfig(), endpoint, region));

    /// <summary>For traffic: a user does not call twice.</summary>
    public IAmazonLambda Traffic { get; } =
        new AmazonLambdaClient(Anybody, Config(new AmazonLambdaConfig { MaxErrorRetry = 0 }, endpoint, region));

    public IAmazonCloudWatch CloudWatch { get; } =
        new AmazonCloudWatchClient(Anybody, Config(new AmazonCloudWatchConfig(), endpoint, region));

    public IAmazonStepFunctions StepFunctions { get; } =
        new AmazonStepFunctionsClient(Anybody, Config(new AmazonStepFunctionsConfig(), endpoint, region));

    public void Dispose()
    {
        Lambda.Dispose();
        Traffic.Dispose();
        CloudWatch.Dispose();
        StepFunctions.Dispose();
    }

    private static T Config<T>(T config, Uri endpoint, string region) where T : ClientConfig
    {
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = region;
        return config;
    }
}
