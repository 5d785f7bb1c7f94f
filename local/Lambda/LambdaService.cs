using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Faults;
using Canary.Local.Lambda.Catalog;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.EventSources;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Lambda;

/// <summary>
/// The embedded AWS Lambda: functions, immutable versions, weighted aliases, and invocations that run as processes. It refuses what AWS refuses.
/// Thread-safe. Every method may throw an <see cref="AwsException"/> with the real service's code.
/// </summary>
public sealed class LambdaService : IWaitsOnTheClock, IEventInvoker, IAsyncDisposable
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

    /// <param name="clock">The embedded AWS's clock: states and metrics follow it. Functions live in real time all the same.</param>
    /// <param name="account">The account and Region that ARNs show.</param>
    /// <param name="metrics">Takes the AWS/Lambda metrics.</param>
    /// <param name="options">Null for the defaults.</param>
    public LambdaService(Clock clock, AwsAccount account, IMetricSink metrics, LambdaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        var chosen = options ?? new LambdaOptions();
        (Clock, _store) = (clock, new FunctionStore(clock, account, alias => AliasChanged?.Invoke(alias)));
        var environments = chosen.Environments ?? new ProcessEnvironmentFactory(TimeProvider.System);
        _fleet = new Fleet(environments, account.Region, chosen.EnvironmentsPerVersion, () => Endpoint);
        _versions = new VersionPublisher(_store);
        _functions = new FunctionCatalog(_store, _versions, _fleet.Retire);
        _provisioned = new ProvisionedConcurrencyBook(_store);
        _aliases = new AliasBook(_store, _provisioned);
        _concurrency = new ConcurrencyLimits(_store);
        _policies = new PolicyBook(_store, _aliases);
        _urls = new FunctionUrlBook(_store);
        _sources = new EventSourceBook(_store, () => Queues, mapping => _pollers!.Watch(mapping, Queues!));
        _pollers = new QueuePollers(clock, account.Region, _sources.Get, (arn, payload, held) => InvokeAsync(arn, null, payload, held));
        _invoker = new Invoker(_store, _fleet, metrics, chosen.Random, chosen.Faults ?? new FaultRegistry(clock));
        _eventInvokes = new EventInvokeBook(_store);
        _events = new AsyncInvocations(_store, _eventInvokes, _invoker, new Aftermath(() => Targets, clock), clock);
    }

    /// <summary>An alias was created or changed. Raised under a lock, on the thread that made it so: be quick, and do not throw.</summary>
    public event Action<AliasConfiguration>? AliasChanged;

    /// <summary>Where functions find AWS (their AWS_ENDPOINT_URL). Set it once the endpoint has started, before the first invocation.</summary>
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

    /// <summary>Who gets dead letters, and what asynchronous events came to. Set it before the first invocation; null has nobody.</summary>
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

    /// <summary>
    /// Creates a function from built code. As on AWS the answer shows it as Pending; with no <see cref="FunctionLifecycle.CreateDelay"/> it is
    /// Active at once all the same.
    /// </summary>
    public FunctionConfiguration CreateFunction(FunctionDefinition definition, bool publish = false, FunctionLifecycle? lifecycle = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _functions.Create(definition, CodePackage.FromDirectory(definition.CodeDirectory), publish, lifecycle);
    }

    /// <summary>Sets how long later changes of this one function take, and how they turn out.</summary>
    public void SetLifecycle(string function, FunctionLifecycle lifecycle)
    {
        lock (_store.Gate) _store.Require(_store.Parse(function)).Lifecycle = lifecycle;
    }

    /// <summary>Puts a version into a state, such as <c>Inactive</c> after weeks without an invocation, or <c>Failed</c>; <c>Active</c> ends that.</summary>
    /// <param name="function">The function.</param>
    /// <param name="version">A number, or <c>$LATEST</c>.</param>
    /// <param name="state">A state of Lambda's.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="reasonCode">The same as a code of Lambda's, such as <c>Idle</c>.</param>
    public void SetState(string function, string version, string state, string reason = "The function is idle.", string reasonCode = "Idle")
    {
        lock (_store.Gate)
        {
            var record = _store.RequireVersion(_store.Require(_store.Parse(function)), version);
            record.Condition = state == "Active" ? null : new VersionCondition(state, reason, reasonCode);
        }
    }

    /// <summary>Sets whether a version's initialization fails: then no provisioned concurrency comes up on it.</summary>
    public void SetInitialization(string function, string version, bool fails)
    {
        lock (_store.Gate) _store.RequireVersion(_store.Require(_store.Parse(function)), version).FailsToInitialize = fails;
    }

    /// <summary>Gives $LATEST the code in a directory.</summary>
    public FunctionConfiguration UpdateFunctionCode(string function, string codeDirectory, string? revisionId = null, bool publish = false) =>
        _functions.Update(function, revisionId, definition => definition, CodePackage.FromDirectory(codeDirectory), publish);

    /// <summary>Changes the configuration of $LATEST, such as <c>definition => definition with { MemoryMb = 256 }</c>. The code stays.</summary>
    public FunctionConfiguration UpdateFunctionConfiguration(string function, Func<FunctionDefinition, FunctionDefinition> change, string? revisionId = null) =>
        _functions.Update(function, revisionId, change, code: null, publish: false);

    /// <summary>A version as it is now; for an alias its primary version.</summary>
    public FunctionConfiguration GetFunctionConfiguration(string function, string? qualifier = null, StaleRead? stale = null) =>
        _functions.Get(function, qualifier, stale);

    /// <summary>The $LATEST of every function by name, or all versions of all functions.</summary>
    public IReadOnlyList<FunctionConfiguration> ListFunctions(bool allVersions = false) => _functions.List(allVersions);

    /// <summary>Deletes a function with all its versions and aliases, or one version that no alias uses.</summary>
    public void DeleteFunction(string function, string? qualifier = null) => _functions.Delete(function, qualifier);

    /// <summary>Makes a version of $LATEST, or answers with the last one if nothing changed since.</summary>
    public FunctionConfiguration PublishVersion(string function, string? description = null, string? codeSha256 = null, string? revisionId = null) =>
        _versions.Publish(function, description, codeSha256, revisionId);

    /// <summary>$LATEST and then the published versions, the oldest first.</summary>
    public IReadOnlyList<FunctionConfiguration> ListVersionsByFunction(string function) => _versions.List(function);

    /// <summary>Creates an alias, with an additional version and its weight if <paramref name="weights"/> has one.</summary>
    public AliasConfiguration CreateAlias(
        string function, string name, string functionVersion, string? description = null, IReadOnlyDictionary<string, double>? weights = null) =>
        _aliases.Create(function, name, functionVersion, description, weights);

    /// <summary>The alias as it is now.</summary>
    public AliasConfiguration GetAlias(string function, string name, StaleRead? stale = null) => _aliases.Get(function, name, stale);

    /// <summary>Changes what <paramref name="change"/> mentions and nothing else. The revision changes in any case.</summary>
    public AliasConfiguration UpdateAlias(string function, string name, AliasUpdate change) => _aliases.Update(function, name, change);

    /// <summary>Deletes an alias; that there is none is no error.</summary>
    public void DeleteAlias(string function, string name) => _aliases.Delete(function, name);

    /// <summary>The function's aliases by name, or only those that lead to one version.</summary>
    public IReadOnlyList<AliasConfiguration> ListAliases(string function, string? functionVersion = null) => _aliases.List(function, functionVersion);

    /// <summary>Reads how many invocations a function may have at a time over all its versions; null if it has no such limit.</summary>
    public int? GetFunctionConcurrency(string function) => _concurrency.Get(function);

    /// <summary>Sets that limit; null takes it away.</summary>
    public void PutFunctionConcurrency(string function, int? reserved) => _concurrency.Put(function, reserved);

    /// <summary>Adds a statement to the policy of a function, a version or an alias, which gets another revision by it.</summary>
    /// <returns>The statement, as JSON.</returns>
    public string AddPermission(string function, string? qualifier, Grant permission, string? revisionId = null)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return _policies.Add(function, qualifier, permission, revisionId);
    }

    /// <summary>Takes a statement away, with the same effect.</summary>
    public void RemovePermission(string function, string? qualifier, string statementId, string? revisionId = null) =>
        _policies.Remove(function, qualifier, statementId, revisionId);

    /// <summary>The policy as JSON, and the revision that guards it.</summary>
    public (string Policy, string RevisionId) GetPolicy(string function, string? qualifier = null) => _policies.Get(function, qualifier);

    /// <summary>Has a queue's messages brought to a function, a version or an alias.</summary>
    /// <param name="source">The queue's ARN.</param>
    /// <param name="change">At least the function.</param>
    public EventSourceMapping CreateEventSourceMapping(string? source, EventSourceUpdate change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _sources.Create(source, change);
    }

    /// <summary>Changes what is not null and nothing else.</summary>
    public EventSourceMapping UpdateEventSourceMapping(string id, EventSourceUpdate change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _sources.Update(id, change);
    }

    /// <summary>One mapping.</summary>
    public EventSourceMapping GetEventSourceMapping(string id) => _sources.Get(id);

    /// <summary>Ends a mapping.</summary>
    public EventSourceMapping DeleteEventSourceMapping(string id) => _sources.Delete(id);

    /// <summary>All mappings, or those of a queue or of a function as it was named.</summary>
    public IReadOnlyList<EventSourceMapping> ListEventSourceMappings(string? source = null, string? function = null) => _sources.List(source, function);

    /// <summary>Gives a function or an alias a URL, at which nothing answers here.</summary>
    public FunctionUrl CreateFunctionUrl(string function, string? qualifier, string authType, string? invokeMode = null) =>
        _urls.Create(function, qualifier, authType, invokeMode);

    /// <summary>Changes what is not null and nothing else.</summary>
    public FunctionUrl UpdateFunctionUrl(string function, string? qualifier, string? authType, string? invokeMode = null) =>
        _urls.Update(function, qualifier, authType, invokeMode);

    /// <summary>The URL of a function or an alias.</summary>
    public FunctionUrl GetFunctionUrl(string function, string? qualifier = null) => _urls.Get(function, qualifier);

    /// <summary>Takes it away.</summary>
    public void DeleteFunctionUrl(string function, string? qualifier = null) => _urls.Delete(function, qualifier);

    /// <summary>The function's own URL, and its aliases'.</summary>
    public IReadOnlyList<FunctionUrl> ListFunctionUrls(string function) => _urls.List(function);

    /// <summary>Sets how asynchronous events of a version, an alias or $LATEST are treated, in place of what was set.</summary>
    public EventInvokeSettings PutEventInvokeConfig(string function, string? qualifier, EventInvokeConfig config) =>
        _eventInvokes.Put(function, qualifier, config);

    /// <summary>Changes what is not null and nothing else.</summary>
    public EventInvokeSettings UpdateEventInvokeConfig(string function, string? qualifier, EventInvokeConfig change) =>
        _eventInvokes.Update(function, qualifier, change);

    /// <summary>Reads it.</summary>
    public EventInvokeSettings GetEventInvokeConfig(string function, string? qualifier) => _eventInvokes.Get(function, qualifier);

    /// <summary>Takes it away.</summary>
    public void DeleteEventInvokeConfig(string function, string? qualifier) => _eventInvokes.Delete(function, qualifier);

    /// <summary>All that was set for a function, by alias or version.</summary>
    public IReadOnlyList<EventInvokeSettings> ListEventInvokeConfigs(string function) => _eventInvokes.List(function);

    /// <summary>Wants provisioned concurrency for an alias or a version. The answer shows it as IN_PROGRESS in any case.</summary>
    public ProvisionedConcurrencyConfig PutProvisionedConcurrency(string function, string qualifier, int requested) =>
        _provisioned.Put(function, qualifier, requested);

    /// <summary>Reads the provisioned concurrency of an alias or a version.</summary>
    public ProvisionedConcurrencyConfig GetProvisionedConcurrency(string function, string qualifier) => _provisioned.Get(function, qualifier);

    /// <summary>Takes it away; that there is none is no error.</summary>
    public void DeleteProvisionedConcurrency(string function, string qualifier) => _provisioned.Delete(function, qualifier);

    /// <summary>All provisioned concurrency of a function, by alias or version.</summary>
    public IReadOnlyList<ProvisionedConcurrencyConfig> ListProvisionedConcurrency(string function) => _provisioned.List(function);

    /// <inheritdoc/>
    public Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        InvokeAsync(function, qualifier, payload, clientContext: null, cancellationToken);

    /// <inheritdoc/>
    public Task<InvocationResult> InvokeAsync(string function, string? qualifier, ReadOnlyMemory<byte> payload, HeldClock clock) =>
        InvokeAsync(function, qualifier, payload, clientContext: null, clock);

    /// <summary>Accepts an event and runs it later, with Lambda's retries.</summary>
    public void InvokeLater(string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext = null) =>
        _events.Accept(function, qualifier, payload, clientContext);

    void IEventInvoker.InvokeLater(string function, ReadOnlyMemory<byte> payload) => InvokeLater(function, null, payload);

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

    internal FunctionConfiguration CreateFunction(FunctionDefinition definition, byte[] zip, bool publish) =>
        _functions.Create(definition, Unpack(zip), publish, lifecycle: null);

    internal FunctionConfiguration UpdateFunctionCode(string function, byte[] zip, string? revisionId, bool publish, string? architecture = null) =>
        _functions.Update(
            function, revisionId, definition => definition with { Architecture = architecture ?? definition.Architecture }, Unpack(zip), publish);

    internal Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext, CancellationToken cancellationToken) =>
        HeldClock.WorkAsync(Clock, held => InvokeAsync(function, qualifier, payload, clientContext, held)).WaitAsync(cancellationToken);

    internal string NameOf(string function) => FunctionReference.Parse(function, null, _store.Account, isPlain: true).Name;

    /// <summary>How faults name what a request is about: <c>function</c> or <c>function:qualifier</c>; null for a name that is none.</summary>
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

    internal void DryRun(string function, string? qualifier) => _invoker.DryRun(function, qualifier);

    private async Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext, HeldClock clock) =>
        await _invoker.RunAsync(_invoker.Admit(function, qualifier, payload, clientContext), clock);

    private CodePackage Unpack(byte[] zip) => CodePackage.FromZip(zip, _uploads.Value.FullName);
}
