using Canary.Hooks;

namespace Canary.Rollouts;

/// <summary>From $LATEST, or the version that the input names, to a candidate that can take traffic.</summary>
public static class Publishing
{
    /// <summary>Notes the candidate.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="candidate">The version published, or the one that the input names.</param>
    /// <param name="at">The execution's time.</param>
    /// <exception cref="VersionFailed">The version that the input names does not exist any more, or the candidate cannot be promoted.</exception>
    public static Rollout Published(Rollout rollout, FunctionVersion? candidate, DateTimeOffset at)
    {
        if (candidate is null) throw new VersionFailed($"Version {rollout.TargetVersion} of {rollout.Function} does not exist any more.");
        if (rollout.CodeSha256 is { } hash && candidate.CodeSha256 != hash)
            throw new VersionFailed($"Version {candidate.Version} of {rollout.Function} has the code \"{candidate.CodeSha256}\", where \"{hash}\" is wanted.");
        // Where nothing has changed, what is published is the version that was there.
        if (rollout.Provisioned?.FaultOf(candidate.Version, rollout.Alias) is { } taken) throw new VersionFailed(taken);
        var text = rollout.TargetVersion is null ? $"Version {candidate.Version} is published." : $"Version {candidate.Version} was named by the input.";
        var arn = FunctionName.ArnOf(rollout.Function, candidate.Version, rollout.Execution);
        return (rollout with { CandidateVersion = candidate.Version, CandidateArn = arn }).Tell(at, "PublishVersion", text);
    }

    /// <summary>Goes on once the candidate is Active; where it is the stable version itself, there is nothing to do.</summary>
    /// <exception cref="VersionNotReady">It is not Active yet: ask again later.</exception>
    /// <exception cref="VersionMissing">It cannot be read: ask again soon, and not for long.</exception>
    /// <exception cref="VersionFailed">It cannot become Active.</exception>
    public static Rollout Awaited(Rollout rollout, FunctionVersion? candidate, DateTimeOffset at)
    {
        if (rollout.CandidateVersion == rollout.StableVersion) return NothingToDo(rollout, at);
        EnsureReady(rollout, candidate);
        var active = $"Version {rollout.CandidateVersion} is Active.";
        var decision = Hooking.Before(rollout, active) ?? Baking.Advance(rollout, active);
        var next = rollout.Steps is [var first, ..] ? $"; {first.Weight} comes first." : ".";
        return (rollout with { Decision = decision, Reason = decision.Reason }).Tell(at, "AwaitVersion", $"Version {rollout.CandidateVersion} is Active{next}");
    }

    private static Rollout NothingToDo(Rollout rollout, DateTimeOffset at)
    {
        var reason = Ending.NothingToDo(rollout.Title, rollout.StableVersion, ", and nothing has changed since that was published");
        return Releasing.Next(rollout, reason).Tell(at, "AwaitVersion", reason);
    }

    private static void EnsureReady(Rollout rollout, FunctionVersion? candidate)
    {
        var name = $"Version {rollout.CandidateVersion} of {rollout.Function}";
        switch (candidate)
        {
            case null:
                // A version is not readable everywhere at once after its publication.
                throw new VersionMissing($"{name} does not exist, or cannot be read yet.");
            case { State: "Pending" } or { LastUpdateStatus: "InProgress" }:
                throw new VersionNotReady($"{name} is {candidate.State}, its last update {candidate.LastUpdateStatus}.");
            case { State: not (null or "Active") } or { LastUpdateStatus: "Failed" }:
                var reason = Limits.Clip(candidate.StateReason ?? "no reason given");
                throw new VersionFailed($"{name} is {candidate.State}, its last update {candidate.LastUpdateStatus}: {reason}");
        }
    }
}
