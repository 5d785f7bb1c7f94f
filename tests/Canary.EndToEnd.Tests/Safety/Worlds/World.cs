using System.Text.Json;
using Amazon.CloudWatch;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.Functions.Hosting;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy;
using Canary.Local.Events;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>
/// An embedded AWS in virtual time with the deployed template on it: the real state machine, the real Lambdas,
/// their real AWS clients, all inside this process.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string Function = "orders";
    public const string Alias = "live";
    public const string Alarm = "errors";
    public const string Description = "orders, live";
    public const string Third = "1";
    public const string Stable = "2";
    public const string Candidate = "3";

    /// <summary>The version of an alias that does not exist.</summary>
    public const string Nothing = "none";

    /// <summary>Another function, whose alias is nobody's business here.</summary>
    public const string Bystander = "payments";

    /// <summary>One of Canary's own functions.</summary>
    public const string Own = "canary-RollbackFunction";

    public const string RestoreAlias = "canary-RestoreAliasFunction";

    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);
    private static readonly string NoCode = Directory.CreateTempSubdirectory("canary-safety-").FullName;
    private static readonly AsyncLocal<Caller?> Now = new();

    private readonly ServiceProvider _services;

    private World(VirtualClock clock, LocalAws aws, InProcessLambdas lambdas)
    {
        (Clock, Aws) = (clock, aws);
        Wire = new InProcessWire(aws);
        _services = Services(Wire);
        lambdas.Services = _services;
        lambdas.Invoked = Begin;
        lambdas.Told = End;
        lambdas.Asked = Answer;
        Wire.Reading = execution => { if (Now.Value is { Lambda: "RestoreAlias" } caller) caller.Restores = execution; };
        Aws.Lambda.AliasChanged += Note;
    }

    public VirtualClock Clock { get; }

    public LocalAws Aws { get; }

    public InProcessWire Wire { get; }

    public string StateMachine { get; private set; } = "";

    /// <summary>Every change of the alias that took effect.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>What Canary did to other aliases.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>What the sweeps told.</summary>
    public List<Sweep> Sweeps { get; } = [];

    /// <summary>PlanRollout begins, for an execution.</summary>
    public Action<string>? Planning { get; set; }

    /// <summary>The alias as it is.</summary>
    public Alias Current
    {
        get
        {
            lock (Changes) return Changes[^1].Alias;
        }
    }

    /// <summary>The user's function that does that.</summary>
    public static string HookName(HookWord word) => $"hook-{word}";

    public static World Create(Script script)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var lambdas = new InProcessLambdas();
        var events = new EventsOptions
        {
            Delay = TimeSpan.FromSeconds(1),
            Drop = happened => script.LosesEvents && happened["source"]?.ToString() == "aws.states",
        };
        var aws = LocalAws.Create(clock, new LocalAwsOptions
        {
            Lambda = new LambdaOptions { Environments = lambdas },
            Jitter = new Random(script.Interval),
            Events = events,
            HasRequestQuotas = script.HasQuotas,
        });
        var world = new World(clock, aws, lambdas);
        world.Deploy();
        Cast.Add(world, script, NoCode);
        foreach (var fault in script.Faults) aws.Faults.Add(fault);
        foreach (var outage in script.Outages) aws.Faults.Add(OutageOf(outage, clock));
        return world;
    }

    /// <summary>Does something that must not be taken for the deed of the Lambda in whose flow it happens.</summary>
    public static void AsSomebodyElse(Action deed)
    {
        var caller = Now.Value;
        Now.Value = null;
        deed();
        Now.Value = caller;
    }

    /// <summary>
    /// Gives the alarm a value in the last whole minute, and has it evaluated at once: SetAlarmState would not last.
    /// </summary>
    public void PutErrors(double count)
    {
        // A minute before those whose values have been in for the five seconds that an evaluation waits.
        var minute = Clock.GetUtcNow().AddSeconds(-65);
        Aws.CloudWatch.PutMetricData("Test", [new MetricDatum { MetricName = "Errors", Value = count, Timestamp = minute }]);
        Aws.CloudWatch.EvaluateAlarms();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Aws.DisposeAsync();
    }

    private static ServiceProvider Services(InProcessWire wire)
    {
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        // The embedded AWS knows by this key that a function calls, whose time passes while it waits.
        var anybody = new BasicAWSCredentials(ProcessEnvironmentFactory.AccessKeyId, "local");
        // The SDK's own retries wait in real time. The state machine's do not.
        services.AddSingleton<TimeProvider>(new Impatient());
        services.AddSingleton<IAmazonLambda>(new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig(), wire)));
        services.AddSingleton<IAmazonCloudWatch>(new AmazonCloudWatchClient(anybody, Config(new AmazonCloudWatchConfig(), wire)));
        services.AddSingleton<IAmazonStepFunctions>(
            new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig(), wire)));
        return services.BuildServiceProvider();
    }

    private static T Config<T>(T config, InProcessWire wire) where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = ("http://aws.local", "us-east-1", 0);
        config.HttpClientFactory = wire.ToFactory();
        return config;
    }

    private static Fault OutageOf(Outage outage, VirtualClock clock)
    {
        var from = clock.GetUtcNow().AddSeconds(outage.Second);
        return new Fault(outage.Service, "*", FaultKind.Throttle)
        {
            While = _ => clock.GetUtcNow() >= from && clock.GetUtcNow() < from.AddSeconds(outage.Seconds),
        };
    }

    private void Begin(string lambda, ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        var execution = root.TryGetProperty("rollout", out var rollout) ? rollout.GetProperty("execution").GetString() : null;
        Now.Value = new(lambda, execution);
        if (lambda == "PlanRollout") AsSomebodyElse(() => Planning?.Invoke(root.GetProperty("execution").GetString()!));
    }

    private void Answer(string hook, string token)
    {
        if (hook == HookName(HookWord.Passes)) Aws.StepFunctions.SendTaskSuccess(token, "{}");
        if (hook == HookName(HookWord.Fails)) Aws.StepFunctions.SendTaskFailure(token, "Smoke", "smoke");
    }

    private void End(string lambda, ReadOnlyMemory<byte> payload, string told)
    {
        if (lambda != "RestoreAlias") return;
        using var document = JsonDocument.Parse(payload);
        if (document.RootElement.TryGetProperty("detail", out var detail) && detail.TryGetProperty("executionArn", out _)) return;
        lock (Sweeps) Sweeps.Add(new(Clock.GetUtcNow(), told));
    }

    private void Deploy()
    {
        var plan = Aws.Deploy(Tree, codeOf: _ => NoCode);
        StateMachine = plan.StateMachines.Single().Arn;
    }

    private void Note(AliasConfiguration alias)
    {
        var state = alias.Weights?.SingleOrDefault() is { Key: { } version, Value: var weight }
            ? new AliasState(alias.FunctionVersion, version, weight)
            : new(alias.FunctionVersion);
        var change = new Change(
            Clock.GetUtcNow(),
            Now.Value?.Lambda,
            Now.Value?.Execution,
            Now.Value?.Restores,
            new(state, alias.RevisionId, alias.Description));
        lock (Changes)
        {
            var isOurs = alias.AliasArn.EndsWith($":{Function}:{Alias}", StringComparison.Ordinal);
            // Lambda's own shift of an alias with provisioned concurrency is over: that belongs to the change that began it.
            if (isOurs
                && Changes is [.., { Alias.State.AdditionalWeight: 1 } begun]
                && begun.Alias with { State = state, RevisionId = alias.RevisionId } == change.Alias
                && state.Version == begun.Alias.State.Version)
                Changes[^1] = begun with { Alias = change.Alias };
            else if (isOurs) Changes.Add(change);
            else if (change.Lambda is not null) Elsewhere.Add($"{alias.AliasArn} {change}");
        }
    }

    /// <summary>The Lambda in whose flow something happens.</summary>
    private sealed class Caller(string lambda, string? execution)
    {
        public string Lambda => lambda;

        public string? Execution => execution;

        public string? Restores { get; set; }
    }
}
