using System.Globalization;
using Canary.Aliases;
using Canary.Cli.Finding;
using Canary.Rollouts;

namespace Canary.Cli.Speaking;

/// <summary>What came of an abort.</summary>
/// <param name="ExitCode">See <see cref="CommandLine.ExitCode"/>.</param>
/// <param name="Text">It in a sentence.</param>
internal sealed record AbortEnd(int ExitCode, string Text)
{
    /// <summary>There was no version before, or no change yet.</summary>
    public static AbortEnd Untouched(FoundRollout rollout) => new(
        CommandLine.ExitCode.Done, $"{rollout.Title} had no version before, or the rollout had changed nothing yet: "
        + "there is nothing to give back.");

    /// <summary>Tells where the alias is.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="document">It as it stood; null where that could not be read.</param>
    /// <param name="back">The alias, once the rollout held it no more; null where it holds it still.</param>
    /// <param name="after">How long that took.</param>
    public static AbortEnd Of(FoundRollout rollout, Rollout? document, AliasState? back, TimeSpan after)
    {
        var (title, stable) = (rollout.Title, document?.StableVersion);
        if (back is null)
        {
            return new(
                CommandLine.ExitCode.StillRunning,
                $"{title} is not back at {(stable is null ? "its version" : $"version {stable}")} yet. Look at it, and set it by "
                + $"hand if it cannot wait: aws lambda update-alias --function-name {rollout.Function} --name {rollout.Alias} "
                + $"--function-version {stable ?? "VERSION"} --routing-config '{{}}' --description ''");
        }
        var allAfter = string.Create(CultureInfo.InvariantCulture, $"with all traffic, after {after.TotalSeconds:0} s.");
        if (stable is null) return new(CommandLine.ExitCode.Done, $"{title} is at {back}, {allAfter}");
        if (back.Version == stable)
            return new(CommandLine.ExitCode.Done, $"{title} is back at version {stable}, {allAfter}");
        return back.Version == document!.CandidateVersion
            ? new(CommandLine.ExitCode.Misused, $"It came too late: {title} is at {back}. canary undo {title} takes it back.")
            : new(CommandLine.ExitCode.Stopped, $"{title} is at {back}, as somebody else has set it.");
    }
}
