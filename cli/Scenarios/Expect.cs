using Canary.Aliases;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>What a scenario holds its rollouts to: a sentence for what is not so, else nothing.</summary>
internal static class Expect
{
    /// <summary>The execution ended as it does with this outcome.</summary>
    public static IEnumerable<string> Ended(RolloutResult rollout, Outcome expected)
    {
        var status = expected is Outcome.Promoted or Outcome.Created or Outcome.NothingToDo ? "SUCCEEDED" : "FAILED";
        return That(
            rollout.View.Status == status && rollout.View.Document?.Outcome == expected,
            $"\"{rollout.Title}\" should have ended as {expected}: {DemoVerdict.Told(rollout.View)}");
    }

    /// <summary>The alias is where it should be after the rollout.</summary>
    public static IEnumerable<string> Alias(RolloutResult rollout, AliasState expected) =>
        That(
            rollout.AliasAfter == expected,
            $"After \"{rollout.Title}\" the alias should be at {expected}, but is at {rollout.AliasAfter}.");

    public static IEnumerable<string> That(bool holds, string otherwise) => holds ? [] : [otherwise];
}
