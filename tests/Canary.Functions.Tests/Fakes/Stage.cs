using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Canary.Aliases;
using Canary.Executions;
using Canary.Functions.Hosting;
using Canary.Functions.Reads;
using Canary.Functions.Waits;
using Canary.Functions.Writes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Tests.Fakes;

/// <summary>A function with an alias, and the Lambdas on it.</summary>
internal sealed class Stage
{
    public static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public const string Input = """{ "functionName": "orders", "aliasName": "live","""
        + """ "deploymentConfig": "Canary10Percent5Minutes", "alarms": ["errors"] }""";

    public const string Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:test";

    public const string Other = "arn:aws:states:us-east-1:123456789012:execution:canary:other";

    public static TestLambdaContext Context =>
        new() { Logger = new TestLambdaLogger(), RemainingTime = TimeSpan.FromSeconds(60) };

    public FakeAliases Aliases { get; } = new(new AliasState("3"));

    public FakeVersions Versions { get; } = new();

    public FakeAlarms Alarms { get; } = new(new Ports.AlarmReading("errors", Ports.AlarmState.Ok, null));

    public FakeMetrics Metrics { get; } = new();

    public FakeConcurrency Concurrency { get; } = new();

    public FakeEventSources Sources { get; } = new();

    public FakeExecutions Executions { get; } = new();

    public FakeNews News { get; } = new();

    public Teller Teller => new(News, News);

    public AliasWriter Writer => new(Aliases);

    public ShiftWeightFunction Shifting => new(Writer, Alarms, Teller);

    public PromoteFunction Promoting => new(Writer, Alarms, Teller);

    public HoldReader Holds => new(Executions);

    public AliasRollback Rollback => new(Aliases, Holds, Writer, new(Writer, Concurrency));

    /// <summary>In which RestoreAlias waits.</summary>
    public ImpatientTime Waits { get; } = new();

    /// <summary>For an invocation that has a minute.</summary>
    public Patience Patience => new(Context, Waits, Execution);

    public RestoreAliasFunction Restore(FakeExecutions? executions = null, SweepMemory? memory = null) =>
        new(executions ?? Executions, new(executions ?? Executions), Rollback, Teller, memory ?? new(), Waits);

    public static StateInput At(Rollout rollout, int seconds = 0) => new(rollout, Time.AddSeconds(seconds));

    /// <summary>The rollout, where the state machine remembers something else.</summary>
    public static Rollout Noted(Rollout rollout, Func<RolloutMemory, RolloutMemory> change) =>
        rollout with { Internal = change(rollout.Internal) };

    public Task<Rollout> PlanAsync(string input = Input, bool begins = true)
    {
        using var document = JsonDocument.Parse(input);
        return new PlanRolloutFunction(Versions, Aliases, Alarms, Concurrency, Sources, Holds, new(Metrics), Teller)
            .PlanRollout(new(document.RootElement.Clone(), Execution, Time, Begins: begins), Context);
    }

    public async Task<Rollout> ReadyAsync(string input = Input)
    {
        var held = await new HoldAliasFunction(Writer).HoldAlias(At(await PlanAsync(input)), Context);
        var published = await new PublishVersionFunction(Versions).PublishVersion(At(held), Context);
        return await new AwaitVersionFunction(Versions, Teller).AwaitVersion(At(published), Context);
    }

    public async Task<Rollout> ShiftedAsync(string input = Input, int seconds = 0) =>
        await Shifting.ShiftWeight(At(await ReadyAsync(input), seconds), Context);
}
