using Canary.Errors;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>PublishVersion</c>: from $LATEST, or the version that the input names, to a candidate.</summary>
public static class PublishVersion
{
    /// <summary>Notes the candidate.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="candidate">The version published, or the one that the input names.</param>
    /// <param name="at">The execution's time.</param>
    /// <exception cref="VersionFailed">
    /// The version that the input names does not exist any more, or the candidate cannot be promoted.
    /// </exception>
    public static Rollout Published(Rollout rollout, FunctionVersion? candidate, DateTimeOffset at)
    {
        if (candidate is null)
            throw new VersionFailed($"Version {rollout.Plan.TargetVersion} of {rollout.Function} does not exist any more.");
        if (rollout.Plan.CodeSha256 is { } hash && candidate.CodeSha256 != hash)
            throw new VersionFailed($"Version {candidate.Version} of {rollout.Function} has the code \"{candidate.CodeSha256}\", "
                + $"where \"{hash}\" is wanted.");
        // Where nothing has changed, what is published is the version that was there.
        if (ConcurrencyFaults.OfPromotion(rollout.Internal.Concurrency, candidate.Version, rollout.Alias) is { } taken)
            throw new VersionFailed(taken);
        var text = rollout.Plan.TargetVersion is null
            ? $"Version {candidate.Version} is published."
            : $"Version {candidate.Version} was named by the input.";
        return (rollout with
        {
            CandidateVersion = candidate.Version,
            CandidateArn = $"{rollout.FunctionArn}:{candidate.Version}",
        }).Tell(at, "PublishVersion", text);
    }
}
