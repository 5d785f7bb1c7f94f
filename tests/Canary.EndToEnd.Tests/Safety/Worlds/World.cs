using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Upgrades;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Events;
using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;

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
    public const string Own = "canary-Control";

    // People and EventBridge know these by name.
    private static readonly string[] Named = ["PlanRollout", "RestoreAlias", "Approve", "Control"];

    private static readonly AsyncLocal<Caller?> Now = new();

    private readonly InProcessCanary _stack;

    private World(VirtualClock clock, InProcessCanary stack)
    {
        (Clock, _stack) = (clock, stack);
        stack.Lambdas.Invoked = Begin;
        stack.Lambdas.Told = End;
        stack.Lambdas.Others = (spec, payload) => Answer(spec.Definition.Name, payload);
        stack.Lambdas.Around = Releases.RunAsync;
        Wire.Reading = execution => { if (Now.Value is { Lambda: "RestoreAlias" } caller) caller.Read.Enqueue(execution); };
        Aws.Lambda.AliasChanged += Note;
    }

    public VirtualClock Clock { get; }

    public LocalAws Aws => _stack.Aws;

    public InProcessWire Wire => _stack.Wire;

    public string StateMachine => _stack.StateMachine;

    /// <summary>Which release of Canary ran what.</summary>
    public ReleaseLog Releases { get; } = new();

    /// <summary>Every change of the alias that took effect.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>What Canary did to other aliases.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>What the sweeps told.</summary>
    public List<Sweep> Sweeps { get; } = [];

    /// <summary>What Canary put on the bus.</summary>
    public required IReadOnlyList<JsonObject> News { get; init; }

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

    /// <summary>The function of one of Canary's Lambdas, as it is deployed.</summary>
    public static string NameOf(string lambda) => Named.Contains(lambda) ? $"canary-{lambda}" : $"canary-{lambda}Function";

    /// <summary>The user's function that does that.</summary>
    public static string HookName(HookWord word) => $"hook-{word}";

    public static World Create(Script script)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var news = new List<JsonObject>();
        var events = new EventsOptions
        {
            Delay = TimeSpan.FromSeconds(1),
            Drop = happened =>
            {
                if (happened["source"]?.ToString() != "canary")
                    return script.LosesEvents && happened["source"]?.ToString() == "aws.states";
                lock (news) news.Add((JsonObject)happened.DeepClone());
                return true;
            },
        };
        var stack = InProcessCanary.Create(clock, new LocalAwsOptions
        {
            Jitter = new Random(script.Interval),
            Events = events,
            HasRequestQuotas = script.Crowds.Count > 0,
        });
        var world = new World(clock, stack) { News = news };
        Cast.Add(world, script, InProcessCanary.NoCode);
        foreach (var fault in script.Faults) stack.Aws.Faults.Add(fault);
        foreach (var outage in script.Outages) stack.Aws.Faults.Add(OutageOf(outage, clock));
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

    /// <summary>Deploys the next release of Canary over the one that is there.</summary>
    public void Upgrade() => _stack.Deploy(ReleaseTree.Of(Releases.Next(Clock.GetUtcNow())));

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

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

    private EnvironmentAnswer Answer(string hook, ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        if (document.RootElement.TryGetProperty("taskToken", out var token)) Answer(hook, token.GetString()!);
        return hook == HookName(HookWord.Throws)
            ? new("""{"errorType":"Smoke","errorMessage":"smoke"}"""u8.ToArray(), true, "", TimeSpan.Zero)
            : hook == HookName(HookWord.Fails)
                ? new("""{"status":"Failed","reason":"smoke"}"""u8.ToArray(), false, "", TimeSpan.Zero)
                : new("{}"u8.ToArray(), false, "", TimeSpan.Zero);
    }

    private void Answer(string hook, string token)
    {
        if (hook == HookName(HookWord.Passes)) Aws.StepFunctions.SendTaskSuccess(token, """{"status":"Succeeded"}""");
        if (hook == HookName(HookWord.Fails)) Aws.StepFunctions.SendTaskFailure(token, "Smoke", "smoke");
    }

    private void End(string lambda, ReadOnlyMemory<byte> payload, string told)
    {
        if (lambda != "RestoreAlias") return;
        using var document = JsonDocument.Parse(payload);
        if (document.RootElement.TryGetProperty("detail", out var detail) && detail.TryGetProperty("executionArn", out _)) return;
        lock (Sweeps) Sweeps.Add(new(Clock.GetUtcNow(), told));
    }

    private void Note(AliasConfiguration alias)
    {
        var state = alias.Weights?.SingleOrDefault() is { Key: { } version, Value: var weight }
            ? new AliasState(alias.FunctionVersion, version, weight)
            : new(alias.FunctionVersion);
        lock (Changes)
        {
            var change = new Change(
                Clock.GetUtcNow(),
                Now.Value?.Lambda,
                Now.Value?.Execution,
                Now.Value?.RestoresFrom(Changes.LastOrDefault()?.Holder),
                new(state, alias.RevisionId, alias.Description));
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

        /// <summary>The executions whose histories it has read, in this order.</summary>
        public ConcurrentQueue<string> Read { get; } = [];

        // A sweep that AWS throttles comes back to one that it has read before, and reads it no more.
        public string? RestoresFrom(string? holder) => Read.Contains(holder) ? holder : Read.LastOrDefault();
    }
}
