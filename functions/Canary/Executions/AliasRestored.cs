using Canary.Rollouts;

namespace Canary.Executions;

/// <summary>
/// The detail of the event <c>Canary Alias Restored</c>: an alias was given back after an execution that could not do it itself.
/// </summary>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="Function">The function, as the rollout's input names it.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Status">How the execution ended: <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</param>
/// <param name="Error">The error that whoever stopped it gave; null where they gave none.</param>
/// <param name="Cause">The cause that they gave; null where they gave none.</param>
/// <param name="StableVersion">The version that had all traffic before; null where the rollout created the alias.</param>
/// <param name="CandidateVersion">The version that was to be released; null where it was not published yet.</param>
/// <param name="Outcome">What the rollout came to.</param>
/// <param name="FinalWeightPercent">The candidate's share of the traffic now, in percent.</param>
/// <param name="Reason">What was done and why, in a sentence.</param>
public sealed record AliasRestored(
    string Execution,
    string Function,
    string Alias,
    string Status,
    string? Error,
    string? Cause,
    string? StableVersion,
    string? CandidateVersion,
    Outcome Outcome,
    decimal? FinalWeightPercent,
    string Reason);
