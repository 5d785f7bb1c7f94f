using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.StepFunctions;
using Canary.Cli.Aws;
using Canary.Cli.Tests.Commands;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>
/// The deployed template on an embedded AWS, in virtual time and inside this process, and somebody who types verbs at it. A verb
/// holds the clock while it is at work, and lets time pass while it waits.
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    public const string Function = "orders";
    public const string Title = "orders:live";
    public const string Alarm = "orders-errors";

    public static readonly DateTimeOffset Began = new(2026, 1, 1, 9, 0, 7, TimeSpan.Zero);

    private static readonly BasicAWSCredentials Anybody = new("local", "local");

    public Stage()
    {
        Canary = InProcessCanary.Create(Clock, new LocalAwsOptions
        {
            Jitter = new Random(1),
            Events = new() { Delay = TimeSpan.FromSeconds(1) },
        });
        Canary.AddFunction(Function, "live");
        Canary.AddAlarm(Alarm);
        Lambda = new AmazonLambdaClient(Anybody, Config(new AmazonLambdaConfig()));
    }

    public VirtualClock Clock { get; } = new(Began);

    public InProcessCanary Canary { get; }

    public IAmazonLambda Lambda { get; }

    /// <summary>Starts a rollout of $LATEST, as with the aws command line.</summary>
    /// <param name="name">The execution's name.</param>
    /// <param name="more">Members of the input besides function and alias.</param>
    public string Start(string name, string more = """ "deploymentConfig": "Canary10Percent5Minutes" """) =>
        Canary.Aws.StepFunctions.StartExecution(
            Canary.StateMachine, name, $$"""
            { "functionName": "{{Function}}", "aliasName": "live", "alarms": ["{{Alarm}}"], "by": "bob", {{more}} }
            """).ExecutionArn;

    /// <summary>Lets a rollout come to its end.</summary>
    public async Task<string> EndAsync(string execution)
    {
        await Clock.RunUntilAsync(Canary.Aws.StepFunctions.WhenEndedAsync(execution));
        return execution;
    }

    public Task PassAsync(double seconds) => Clock.RunUntilAsync(Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds));

    /// <summary>Something new to release.</summary>
    public void Change(string release) => Canary.Aws.Lambda.UpdateFunctionConfiguration(
        Function, was => was with { Environment = new Dictionary<string, string> { ["RELEASE"] = release } });

    /// <summary>Where the alias is, such as <c>1 + 2:0.1</c>.</summary>
    public async Task<string> AliasAsync()
    {
        var alias = await Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = Function, Name = "live" });
        return string.Join(" + ", (alias.RoutingConfig?.AdditionalVersionWeights ?? [])
            .Select(pair => FormattableString.Invariant($"{pair.Key}:{pair.Value}")).Prepend(alias.FunctionVersion));
    }

    /// <summary>Types a verb, and lets time pass until it is done.</summary>
    internal async Task<Typed> TypeAsync(params string[] arguments)
    {
        // Held until after its end: between the two, time would go on by as much as the machine has time for.
        using var work = Clock.Hold();
        return await Clock.RunUntilAsync(
            Task.Run(() => Typed.RunAsync(_ => Access(), arguments, new WaitingTime(Clock))));
    }

    /// <summary>Asks what stands in for AWS, while time stands still.</summary>
    internal async Task<T> AskAsync<T>(Func<AwsAccess, Task<T>> ask)
    {
        using var work = Clock.Hold();
        using var access = Access();
        return await Clock.RunUntilAsync(Task.Run(() => ask(access)));
    }

    public async ValueTask DisposeAsync()
    {
        Lambda.Dispose();
        await Canary.DisposeAsync();
    }

    private AwsAccess Access() => new("us-east-1", () => Anybody)
    {
        Lambda = new AmazonLambdaClient(Anybody, Config(new AmazonLambdaConfig())),
        CloudWatch = new AmazonCloudWatchClient(Anybody, Config(new AmazonCloudWatchConfig())),
        StepFunctions = new AmazonStepFunctionsClient(Anybody, Config(new AmazonStepFunctionsConfig())),
        Sts = new Alice(),
    };

    private T Config<T>(T config) where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = ("http://aws.local", "us-east-1", 0);
        config.HttpClientFactory = Canary.Wire.ToFactory();
        return config;
    }

    private sealed class Alice() : AmazonSecurityTokenServiceClient(Anybody, Amazon.RegionEndpoint.USEast1)
    {
        public override Task<GetCallerIdentityResponse> GetCallerIdentityAsync(
            GetCallerIdentityRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                new GetCallerIdentityResponse { Account = "123456789012", Arn = "arn:aws:iam::123456789012:user/alice" });
    }
}
