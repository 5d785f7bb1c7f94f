namespace Canary.Rollouts;

/// <summary>The mark on an alias, and whether it counts.</summary>
/// <param name="Holder">The execution, as the mark names it.</param>
/// <param name="State">How that execution stands.</param>
/// <param name="Status">The same in Step Functions' words; null where there is none.</param>
public sealed record HoldReading(string Holder, HoldState State, string? Status = null)
{
    /// <summary>Whether the mark counts: a rollout is, or may be, at the alias.</summary>
    public bool Counts => State is HoldState.Runs or HoldState.Unknown;

    /// <summary>Reads a status; null is an execution that does not exist.</summary>
    public static HoldReading Of(string holder, string? status) => new(holder, status switch
    {
        null => HoldState.Missing,
        "RUNNING" or "PENDING_REDRIVE" => HoldState.Runs,
        _ => HoldState.Ended,
    }, status);
}
