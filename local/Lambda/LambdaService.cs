using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.EventSources;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Lambda;

/// <summary>
/// The embedded AWS Lambda: functions, immutable versions, weighted aliases, and invocations that run as processes. It refuses
/// what AWS refuses. Thread-safe. Every method may throw an <see cref="AwsException"/> with the real service's code.
/// </summary>
public sealed partial class LambdaService : IWaitsOnTheClock, IEventInvoker, IAsyncDisposable
{
    private readonly FunctionStore _store;
    private readonly FunctionCatalog _functions;
    private readonly VersionPublisher _versions;
    private readonly AliasBook _aliases;
    private readonly ProvisionedConcurrencyBook _provisioned;
    private readonly ConcurrencyLimits _concurrency;
    private readonly PolicyBook _policies;
    private readonly FunctionUrlBook _urls;
    private readonly EventSourceBook _sources;
    private readonly QueuePollers _pollers;
    private SqsService? _queues;
    private readonly EventInvokeBook _eventInvokes;
    private readonly Fleet _fleet;
    private readonly Invoker _invoker;
    private readonly AsyncInvocations _events;
    private readonly Lazy<DirectoryInfo> _uploads = new(() => Directory.CreateTempSubdirectory("canary-local-"));
    private int _disposed;

    /// <param name="clock">
    /// The embedded AWS's clock: states and metrics follow it. Functions live in real time all the same.
    /// </param>
    /// <param name="account">The account and Region that ARNs show.</param>
    /// <param name="metrics">Takes the AWS/Lambda metrics, and those that functions write to their logs.</param>
    /// <param name="options">Null for the defaults.</param>
    public LambdaService(Clock clock, AwsAccount account, IMetricSink metrics, LambdaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        var chosen = options ?? new LambdaOptions();
        (Clock, _store) = (clock, new FunctionStore(clock, account, alias => AliasChanged?.Invoke(alias)));
        var environments = chosen.Environments ?? new ProcessEnvironmentFactory(
            TimeProvider.System, () => new LogMetrics(metrics, clock, TimeProvider.System));
        _fleet = new Fleet(environments, account.Region, chosen.EnvironmentsPerVersion, () => Endpoint);
        _versions = new VersionPublisher(_store);
        _functions = new FunctionCatalog(_store, _versions, _fleet.Retire);
        _provisioned = new ProvisionedConcurrencyBook(_store);
        _aliases = new AliasBook(_store, _provisioned);
        _concurrency = new ConcurrencyLimits(_store);
        _policies = new PolicyBook(_store, _aliases);
        _urls = new FunctionUrlBook(_store);
        _sources = new EventSourceBook(_store, () => Queues, mapping => _pollers!.Watch(mapping, Queues!));
        _pollers = new QueuePollers(
            clock, account.Region, _sources.Get, (arn, payload, held) => InvokeAsync(arn, null, payload, held));
        _invoker = new Invoker(_store, _fleet, metrics, chosen.Random, chosen.Faults ?? new FaultRegistry(clock));
        _eventInvokes = new EventInvokeBook(_store);
        _events = new AsyncInvocations(_store, _eventInvokes, _invoker, new Aftermath(() => Targets, clock), clock);
    }

    /// <summary>
    /// An alias was created or changed. Raised under a lock, on the thread that made it so: be quick, and do not throw.
    /// </summary>
    public event Action<AliasConfiguration>? AliasChanged;

    /// <summary>
    /// Where functions find AWS (their AWS_ENDPOINT_URL). Set it once the endpoint has started, before the first invocation.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>How long changes take of functions that have no lifecycle of their own: no time, unless it is set.</summary>
    public FunctionLifecycle Lifecycle
    {
        get
        {
            lock (_store.Gate) return _store.Lifecycle;
        }
        set
        {
            lock (_store.Gate) _store.Lifecycle = value;
        }
    }

    /// <summary>
    /// Who gets dead letters, and what asynchronous events came to. Set it before the first invocation; null has nobody.
    /// </summary>
    public ITargets? Targets { get; set; }

    /// <summary>The queues that event source mappings bring messages from; null for none.</summary>
    public SqsService? Queues
    {
        get => _queues;
        set
        {
            if (_queues is not null) _queues.Arrived -= _pollers.Arrived;
            _queues = value;
            if (value is not null) value.Arrived += _pollers.Arrived;
        }
    }

    internal Clock Clock { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _events.DisposeAsync();
        _pollers.Dispose();
        _invoker.Dispose();
        await _fleet.DisposeAsync();
        if (_uploads.IsValueCreated) _uploads.Value.Delete(recursive: true);
    }

    /// <summary>
    /// How faults name what a request is about: <c>function</c> or <c>function:qualifier</c>; null for a name that is none.
    /// </summary>
    internal string? ResourceOf(string function, string? qualifier)
    {
        try
        {
            var reference = _store.Parse(function, qualifier);
            return reference.Qualifier is { } named ? $"{reference.Name}:{named}" : reference.Name;
        }
        catch (AwsException)
        {
            return null;
        }
    }
}
