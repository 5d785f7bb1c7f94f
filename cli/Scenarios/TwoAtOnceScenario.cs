using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>Two rollouts of one alias, started at the same moment.</summary>
internal sealed class TwoAtOnceScenario : IScenario
{
    private const string Plan = """
        "steps":[{"weight":10,"bakeSeconds":60}]
        """;

    private static readonly string[] Names = ["alice", "bob"];

    public string Name => "two-at-once";

    public string About => "two rollouts of one alias are started at the same moment: one goes on, the other says which";

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        await pipeline.Stack.ChangeAsync(new() { ["RELEASE"] = "2" }, cancellationToken);
        pipeline.Say("Two rollouts of one good version (RELEASE=2), alice and bob, are started at the same moment. "
            + "The one that ends first is shown first.");
        var started = await Task.WhenAll(
            Names.Select(name => pipeline.StartAsync(new($"The rollout {name}", name, Plan), cancellationToken)));
        var (first, second) = await pipeline.UntilOneEndsAsync(started, cancellationToken) is [var one, var other]
            ? (one, other)
            : default;
        var refused = await pipeline.FollowAsync(first, cancellationToken);
        var promoted = await pipeline.FollowAsync(second, cancellationToken);
        var shown = $"{first.Plan.Name} ended as {Outcome.RolloutInProgress} and names {second.Plan.Name}, "
            + "which went on and was promoted.";
        return new([refused, promoted], shown, Faults(refused, promoted));
    }

    /// <param name="refused">The rollout that ended first.</param>
    /// <param name="promoted">The other.</param>
    internal static IReadOnlyList<string> Faults(RolloutResult refused, RolloutResult promoted) =>
    [
        .. Expect.Ended(refused, Outcome.RolloutInProgress),
        .. Expect.Ended(promoted, Outcome.Promoted),
        .. Expect.That(
            IsNamed(refused.View.Document, promoted.View.Document),
            $"\"{refused.Title}\" does not name the rollout that went on."),
    ];

    private static bool IsNamed(Rollout? refused, Rollout? promoted) =>
        refused?.HeldBy is { } holder && holder == promoted?.Execution;
}
