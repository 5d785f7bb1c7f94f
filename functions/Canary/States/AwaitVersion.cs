using Canary.Errors;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>The state <c>AwaitVersion</c>: waits for the candidate to be Active.</summary>
public static class AwaitVersion
{
    /// <summary>Goes on once the candidate is Active; where it is the stable version itself, there is nothing to do.</summary>
    /// <exception cref="VersionNotReady">It is not Active yet: ask again later.</exception>
    /// <exception cref="VersionMissing">It cannot be read: ask again soon, and not for long.</exception>
    /// <exception cref="VersionFailed">It cannot become Active.</exception>
    public static Rollout Awaited(Rollout rollout, FunctionVersion? candidate, DateTimeOffset at)
    {
        if (rollout.CandidateVersion == rollout.StableVersion) return NothingToDo(rollout, at);
        EnsureReady(rollout, candidate);
        var active = $"Version {rollout.CandidateVersion} is Active.";
        var next = rollout.Steps is [var first, ..] ? $"; {first.Weight} comes first." : ".";
        return rollout.Decide(NextStep.AfterVersion(rollout, active))
            .Tell(at, "AwaitVersion", $"Version {rollout.CandidateVersion} is Active{next}");
    }

    private static Rollout NothingToDo(Rollout rollout, DateTimeOffset at)
    {
        var reason =
            Ending.NothingToDo(rollout.Title, rollout.StableVersion, ", and nothing has changed since that was published");
        return NextStep.Free(rollout, reason).Tell(at, "AwaitVersion", reason);
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
                var reason = Quoted.Clip(candidate.StateReason ?? "no reason given");
                throw new VersionFailed($"{name} is {candidate.State}, its last update {candidate.LastUpdateStatus}: {reason}");
        }
    }
}
