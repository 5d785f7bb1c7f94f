using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Cli.Aws;
using Canary.Cli.Traffic;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda.Model;

namespace Canary.Cli.Setup;

/// <summary>
/// The embedded AWS with Canary deployed, the sample function's first version behind its alias, the alarm on it,
/// and users who call it.
/// </summary>
internal sealed class DemoStack : IAsyncDisposable
{
    /// <summary>What Canary's stack is called there.</summary>
    public const string StackName = AwsSettings.UsualStack;

    private readonly Clock _clock;
    private static readonly BasicAWSCredentials Anybody = new("local", "local");

    private readonly AmazonLambdaClient _users;
    private readonly SteadyTraffic? _traffic;
    private readonly UnpackedRelease? _release;

    private DemoStack(Clock clock, LocalAws aws, UnpackedRelease? release, DeploymentPlan plan, double trafficPerSecond)
    {
        _release = release;
        (_clock, Aws, Plan, StartArn, TrafficPerSecond) =
            (clock, aws, plan, plan.StateMachines.Single().StartArn, trafficPerSecond);
        Clients = new AwsAccess(aws.Account.Region, () => Anybody, aws.Url);
        // A user does not call twice.
        _users = new(Anybody, new AmazonLambdaConfig
        {
            ServiceURL = aws.Url.ToString(),
            AuthenticationRegion = aws.Account.Region,
            MaxErrorRetry = 0,
        });
        if (trafficPerSecond > 0) _traffic = new SteadyTraffic(
            clock, trafficPerSecond, new AliasCaller(_users, Sample.Function, Sample.Alias, Tally).CallAsync);
    }

    public LocalAws Aws { get; }

    /// <summary>What was deployed, and what AWS would have created besides.</summary>
    public DeploymentPlan Plan { get; }

    /// <summary>What rollouts are started by.</summary>
    public string StartArn { get; }

    /// <summary>Requests of the users in a second of the embedded AWS's clock.</summary>
    public double TrafficPerSecond { get; }

    /// <summary>What a pipeline would use, over the wire.</summary>
    public AwsAccess Clients { get; }

    public TrafficTally Tally { get; } = new();

    /// <summary>Starts it all. What has been started is ended when something fails.</summary>
    /// <exception cref="TemplateException">It is not built, or the template cannot be deployed.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DemoStack> RaiseAsync(StackOptions options, CancellationToken cancellationToken)
    {
        Clock clock = options.Speed > 1 ? new AcceleratedClock(TimeProvider.System.GetUtcNow(), options.Speed) : new RealClock();
        var aws =
            await LocalAws.StartAsync(clock, options.Port, new LocalAwsOptions { HasRequestQuotas = options.HasRequestQuotas });
        DemoStack? stack = null;
        UnpackedRelease? release = null;
        try
        {
            release = options.Release is { } folder ? UnpackedRelease.In(folder) : null;
            var tree = SourceTree.Find(AppContext.BaseDirectory);
            var plan = aws.Deploy(release?.Tree ?? tree, StackName, codeOf: release is null ? null : release.CodeOf);
            stack = new DemoStack(clock, aws, release, plan, options.Traffic / options.Speed);
            await stack.SetUpAsync(tree, cancellationToken);
            return stack;
        }
        catch
        {
            await (stack?.DisposeAsync() ?? aws.DisposeAsync());
            if (stack is null) release?.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_traffic is not null) await _traffic.DisposeAsync();
        _users.Dispose();
        Clients.Dispose();
        await Aws.DisposeAsync();
        _release?.Dispose();
        (_clock as IDisposable)?.Dispose();
    }

    /// <summary>Changes the settings of the sample function's $LATEST: the next candidate.</summary>
    public Task ChangeAsync(Dictionary<string, string> variables, CancellationToken cancellationToken) =>
        Clients.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = Sample.Function,
                Environment = new() { Variables = variables },
            },
            cancellationToken);

    /// <summary>Sets the alarm on the alias anew.</summary>
    public Task SetAlarmAsync(PutMetricAlarmRequest alarm, CancellationToken cancellationToken) =>
        Clients.CloudWatch.PutMetricAlarmAsync(alarm, cancellationToken);

    private async Task SetUpAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        const string Handler = "Canary.Sample";
        Aws.Lambda.CreateFunction(
            new FunctionDefinition(Sample.Function, "dotnet10", Handler, tree.BuildOutputOf("local/Sample", Handler))
            {
                Role = $"arn:aws:iam::{Aws.Account.Id}:role/{Sample.Function}",
                Description = "Greets whom the event names.",
                Environment = new Dictionary<string, string> { ["RELEASE"] = "1" },
            },
            publish: true);
        Aws.Lambda.CreateAlias(Sample.Function, Sample.Alias, "1");
        await SetAlarmAsync(Sample.ErrorAlarm, cancellationToken);
        // The first call starts a process. The alias has users from the beginning, and is not released to cold.
        await Clients.Lambda.InvokeAsync(
            new InvokeRequest { FunctionName = Sample.Function, Qualifier = Sample.Alias, Payload = "{}" }, cancellationToken);
        _traffic?.Start();
    }
}
