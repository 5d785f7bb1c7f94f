using Amazon;
using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.StepFunctions;

namespace Canary.Cli.Aws;

/// <summary>The AWS SDK's clients for one account and Region. Each is made when it is asked for first.</summary>
internal sealed class AwsAccess : IDisposable
{
    private readonly Func<AWSCredentials?> _credentials;
    private readonly Uri? _endpoint;
    private readonly List<IDisposable> _given = [];
    private IAmazonLambda? _lambda;
    private IAmazonCloudWatch? _cloudWatch;
    private IAmazonStepFunctions? _stepFunctions;
    private IAmazonSecurityTokenService? _sts;

    /// <param name="region">The Region's name.</param>
    /// <param name="credentials">Finds the credentials; null is what the environment offers.</param>
    /// <param name="endpoint">Where all services answer; null for AWS itself.</param>
    public AwsAccess(string region, Func<AWSCredentials?> credentials, Uri? endpoint = null) =>
        (Region, _credentials, _endpoint) = (region, credentials, endpoint);

    /// <summary>Whether AWS itself is meant, where calls cost money and quotas are shared, and not this machine.</summary>
    public bool IsRemote => _endpoint is not { IsLoopback: true };

    /// <summary>The Region's name.</summary>
    public string Region { get; }

    public IAmazonLambda Lambda
    {
        get => _lambda ??= With(new AmazonLambdaConfig(), (credentials, config) => credentials is null
            ? new AmazonLambdaClient(config) : new AmazonLambdaClient(credentials, config));
        init => _given.Add(_lambda = value);
    }

    public IAmazonCloudWatch CloudWatch
    {
        get => _cloudWatch ??= With(new AmazonCloudWatchConfig(), (credentials, config) => credentials is null
            ? new AmazonCloudWatchClient(config) : new AmazonCloudWatchClient(credentials, config));
        init => _given.Add(_cloudWatch = value);
    }

    public IAmazonStepFunctions StepFunctions
    {
        get => _stepFunctions ??= With(new AmazonStepFunctionsConfig(), (credentials, config) => credentials is null
            ? new AmazonStepFunctionsClient(config) : new AmazonStepFunctionsClient(credentials, config));
        init => _given.Add(_stepFunctions = value);
    }

    public IAmazonSecurityTokenService Sts
    {
        get => _sts ??= With(new AmazonSecurityTokenServiceConfig(), (credentials, config) => credentials is null
            ? new AmazonSecurityTokenServiceClient(config) : new AmazonSecurityTokenServiceClient(credentials, config));
        init => _given.Add(_sts = value);
    }

    /// <summary>The clients for what a command's options say.</summary>
    /// <exception cref="CommandLine.CommandFault">There is no Region, or no such profile.</exception>
    public static AwsAccess Open(AwsSettings settings)
    {
        var credentials = new CredentialsFinder(settings);
        return new(credentials.Region(), credentials.Find, settings.Endpoint);
    }

    /// <summary>Drops the clients, so that the next call finds the credentials anew: those that were used have expired.</summary>
    public void Renew()
    {
        Renewals++;
        Drop(ref _lambda);
        Drop(ref _cloudWatch);
        Drop(ref _stepFunctions);
        Drop(ref _sts);
    }

    /// <summary>How often that was done.</summary>
    public int Renewals { get; private set; }

    public void Dispose()
    {
        Drop(ref _lambda);
        Drop(ref _cloudWatch);
        Drop(ref _stepFunctions);
        Drop(ref _sts);
    }

    // What was handed in is its owner's.
    private void Drop<T>(ref T? client) where T : class, IDisposable
    {
        if (client is null || _given.Contains(client)) return;
        client.Dispose();
        client = null;
    }

    private TClient With<TConfig, TClient>(TConfig config, Func<AWSCredentials?, TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        // A connection that was cut without a word must not be waited for longer than an answer may take. The longest is that
        // of Control: where AWS takes no calls, it tries on for 25 s, and then says so.
        config.Timeout = TimeSpan.FromSeconds(config is AmazonLambdaConfig ? 40 : 8);
        if (_endpoint is null) config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else (config.ServiceURL, config.AuthenticationRegion) = (_endpoint.ToString(), Region);
        return create(_credentials(), config);
    }
}
