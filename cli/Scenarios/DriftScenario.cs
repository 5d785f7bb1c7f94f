using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>Somebody else sets the alias by hand in the middle of a rollout.</summary>
internal sealed class DriftScenario : IScenario
{
    public string Name => "drift";

    public string About => "somebody else sets the alias by hand: the rollout ends, and their change stays";

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var byHand = new Operator(pipeline.Stack.Clients.Lambda);
        await pipeline.Stack.ChangeAsync(new() { ["RELEASE"] = "hotfix" }, cancellationToken);
        var hotfix = await byHand.PublishAsync(cancellationToken);
        var change = new Interference("somebody", Interference.IsMiddle, async (_, cancel) =>
        {
            await byHand.SetAliasAsync(hotfix, cancel);
            return $"Set {Sample.Alias} to version {hotfix}, a hotfix, by hand (UpdateAlias).";
        });
        var rollout = await pipeline.ReleaseAsync(
            new("A good version, and a hotfix by hand on the way (RELEASE=2)", "drift", ReleasePlan.ShortPlan)
            {
                Meanwhile = [change],
            },
            new() { ["RELEASE"] = "2" },
            cancellationToken);
        var noticed = rollout.View.Ended - change.At;
        var shown =
            $"{Sample.Alias} was set to version {hotfix} by hand in the middle; the rollout ended as {Outcome.AliasChanged} "
                + $"{Format.Duration(noticed ?? default)} later, and {Sample.Alias} is still at {rollout.AliasAfter}.";
        return new([rollout], shown, Faults(rollout, hotfix));
    }

    /// <param name="rollout">The rollout.</param>
    /// <param name="hotfix">The version that was set by hand.</param>
    internal static IReadOnlyList<string> Faults(RolloutResult rollout, string hotfix) =>
        [.. Expect.Ended(rollout, Outcome.AliasChanged), .. Expect.Alias(rollout, new(hotfix))];
}
