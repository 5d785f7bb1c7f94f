using Canary.Local.Clocks;
using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Api;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Deploy;
using Canary.Local.Deploy.Plan;
using Canary.Local.Events;
using Canary.Local.Events.Api;
using Canary.Local.Faults;
using Canary.Local.Gateway;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Api;
using Canary.Local.Lambda.Environments;
using Canary.Local.Sns;
using Canary.Local.Sns.Api;
using Canary.Local.Sqs;
using Canary.Local.Sqs.Api;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Api;
using Canary.Local.Sts.Api;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;

namespace Canary.Local;

/// <summary>
/// The whole embedded AWS: Lambda, CloudWatch, Step Functions, EventBridge, SQS and SNS on one clock, behind one address.
/// </summary>
public sealed partial class LocalAws : IAsyncDisposable
{
    private readonly MetricDelivery _delivery;
    private readonly AwsRouter _router;
    private readonly Deployment _deployment;
    private AwsEndpoint? _endpoint;

    private LocalAws(Clock clock, LocalAwsOptions options)
    {
        (Clock, Account, Faults) = (clock, options.Account, new FaultRegistry(clock));
        FrontDoor = new FrontDoor(clock, Account, Faults, options.HasRequestQuotas)
        {
            FunctionsAccessKeyId = ProcessEnvironmentFactory.AccessKeyId,
        };
        CloudWatch = new CloudWatchService(clock, Account, options.MetricDelay);
        _delivery = new MetricDelivery(CloudWatch.Metrics, clock, Faults);
        Lambda = new LambdaService(clock, Account, _delivery, (options.Lambda ?? new LambdaOptions()) with { Faults = Faults });
        var targets = new TargetsByArn { Functions = Lambda };
        targets.Queues = Sqs = new SqsService(clock, Account);
        targets.Topics = Sns = new SnsService(clock, Account, targets);
        targets.Bus = Events = new EventsService(clock, Account, targets, options.Events, _delivery);
        Lambda.Targets = targets;
        Lambda.Queues = Sqs;
        StepFunctions = new StepFunctionsService(clock, Account, Lambda, options.Jitter, Events);
        CloudWatch.AlarmChanged += new AlarmActions(Account, targets).Run;
        Events.Observe(CloudWatch);
        Events.Observe(StepFunctions);
        _deployment = new Deployment(Account, Lambda, StepFunctions, Events, CloudWatch, Sqs, Sns);
        _router = new AwsRouter(
            [
                new LambdaApi(Lambda), new CloudWatchApi(CloudWatch), new StepFunctionsApi(
                    StepFunctions), new EventsApi(Events), new SqsApi(Sqs),
                new SnsApi(Sns), new StsApi(Account, ProcessEnvironmentFactory.AccessKeyId),
            ],
            FrontDoor);
    }

    /// <summary>All time here. It is the caller's, who disposes it.</summary>
    public Clock Clock { get; }

    /// <summary>Whose resources these are.</summary>
    public AwsAccount Account { get; }

    /// <summary>The alarms and the metrics.</summary>
    public CloudWatchService CloudWatch { get; }

    /// <summary>The functions.</summary>
    public LambdaService Lambda { get; }

    /// <summary>The state machines.</summary>
    public StepFunctionsService StepFunctions { get; }

    /// <summary>The event bus, its rules and their schedules.</summary>
    public EventsService Events { get; }

    /// <summary>The queues.</summary>
    public SqsService Sqs { get; }

    /// <summary>The topics.</summary>
    public SnsService Sns { get; }

    /// <summary>What goes wrong on demand. It can be changed at any time.</summary>
    public FaultRegistry Faults { get; }

    /// <summary>What API calls pass first: for callers inside this process that want to be treated like clients.</summary>
    public FrontDoor FrontDoor { get; }

    /// <summary>Where clients find all of it: an <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Url =>
        _endpoint?.Url ?? throw new InvalidOperationException("This embedded AWS does not listen. Start it with StartAsync.");

    /// <summary>
    /// Deploys the template of a source tree: its functions from what a build has left there, its state machines, rules, queues,
    /// topics and alarms. Deployed again, they become what it says then.
    /// </summary>
    /// <param name="tree">Where the template is.</param>
    /// <param name="stackName">What it is deployed as.</param>
    /// <param name="parameters">The template's, where they are not to be their defaults.</param>
    /// <param name="codeOf">Where the code of a function lies; null for where the build puts it.</param>
    /// <returns>What was created, and what AWS would have created besides.</returns>
    /// <exception cref="TemplateException">
    /// The template has something that is not understood, or a function is not built. Nothing was created.
    /// </exception>
    /// <exception cref="AwsException">A service refuses it, as AWS would.</exception>
    public DeploymentPlan Deploy(
        SourceTree tree, string stackName =
            "canary", IReadOnlyDictionary<string, string>? parameters = null, Func<PlannedFunction, string>? codeOf = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return _deployment.Run(tree, stackName, parameters, codeOf);
    }

    /// <summary>Answers a request as if it had come over the wire.</summary>
    public Task AnswerAsync(HttpContext request) => _router.AnswerAsync(request);
}
