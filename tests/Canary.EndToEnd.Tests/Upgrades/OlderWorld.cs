using System.Text;
using System.Text.Json.Nodes;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local;
using Canary.Local.Lambda.Model;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>
/// The present release beside an execution of another one, which stands in the state of a sample with its document.
/// </summary>
internal sealed class OlderWorld : IAsyncDisposable
{
    private readonly World _world;

    private OlderWorld(World world, string execution) => (_world, Execution) = (world, execution);

    /// <summary>The execution.</summary>
    public string Execution { get; }

    public LocalAws Aws => _world.Aws;

    /// <summary>Where the alias is, whole, and its description.</summary>
    public (string Version, string Description) Alias =>
        _world.Aws.Lambda.GetAlias(World.Function, World.Alias) is { Weights: null } alias
            ? (alias.FunctionVersion, alias.Description)
            : ("two versions", _world.Current.Description);

    public static async Task<OlderWorld> CreateAsync(DocumentSample sample)
    {
        var world = World.Create(Ways.All[0] with { Acts = [] });
        var (lambda, machines) = (world.Aws.Lambda, world.Aws.StepFunctions);
        lambda.PublishVersion(World.Function);
        var machine = world.StateMachine[..world.StateMachine.LastIndexOf(':')];
        var execution = $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:older-{sample.State}";
        var state = sample.Alias.State;
        var alias = lambda.UpdateAlias(World.Function, World.Alias, new AliasUpdate(
            state.Version,
            sample.Alias.Description.Replace(sample.Execution, execution, StringComparison.Ordinal),
            state.AdditionalVersion is { } candidate
                ? new Dictionary<string, double> { [candidate] = state.AdditionalWeight }
                : new Dictionary<string, double>()));
        machines.UpdateStateMachine(machine, Definition(sample.State, sample.For(execution, alias.RevisionId)), null);
        machines.StartExecution(machine, execution.Split(':')[^1]);
        await world.Clock.RunUntilAsync(world.Clock.GetUtcNow().AddSeconds(1));
        return new(world, execution);
    }

    /// <summary>Has somebody say a word to the rollout that holds the alias.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> SayAsync(string word)
    {
        var said = Encoding.UTF8.GetBytes(
            $$"""{"function":"{{World.Function}}","alias":"{{World.Alias}}","word":"{{word}}","by":"alice"}""");
        var answer = await _world.Clock.RunUntilAsync(
            _world.Aws.Lambda.InvokeAsync(World.NameOf("Control"), null, said, CancellationToken.None));
        return Encoding.UTF8.GetString(answer.Payload.Span);
    }

    public Task PassAsync(double seconds) => _world.Clock.RunUntilAsync(_world.Clock.GetUtcNow().AddSeconds(seconds));

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static string Definition(string state, string document) => new JsonObject
    {
        ["StartAt"] = "PlanRollout",
        ["States"] = new JsonObject
        {
            ["PlanRollout"] = new JsonObject { ["Type"] = "Pass", ["Result"] = JsonNode.Parse(document), ["Next"] = state },
            [state] = new JsonObject { ["Type"] = "Wait", ["Seconds"] = 3_600, ["End"] = true },
        },
    }.ToJsonString();
}
