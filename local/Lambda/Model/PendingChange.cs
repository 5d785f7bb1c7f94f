namespace Canary.Local.Lambda.Model;

/// <summary>A change of a version that takes a while on the clock. Before it is due the version is not what it will be.</summary>
/// <param name="Change">What is under way.</param>
/// <param name="Due">When it is over.</param>
/// <param name="Failure">Why it fails in the end, or null if it does not.</param>
/// <param name="RevisionId">The revision until then; another follows.</param>
internal sealed record PendingChange(PendingChange.Kind Change, DateTimeOffset Due, string? Failure, string RevisionId)
{
    private const string Reason = "The function is being created.";

    internal enum Kind
    {
        Create,
        Update,
        Publish,
    }

    public static PendingChange Begin(
        Kind change, DateTimeOffset due, string? failure = null) => new(change, due, failure, Guid.NewGuid().ToString());

    /// <summary>Writes the states that follow from this change into <paramref name="view"/>.</summary>
    public FunctionConfiguration Describe(FunctionConfiguration view, bool settled) => (settled, Change, Failure) switch
    {
        (false, Kind.Update, _) => view with
        {
            State = "Active",
            LastUpdateStatus = "InProgress",
            LastUpdateStatusReason = Reason,
            LastUpdateStatusReasonCode = "Creating",
            RevisionId = RevisionId,
        },
        (false, _, _) =>
            view with { State = "Pending", StateReason = Reason, StateReasonCode = "Creating", RevisionId = RevisionId },
        (true, Kind.Update, null) or (true, _, null) => view with { State = "Active", LastUpdateStatus = "Successful" },
        (true, _, { } failure) =>
            view with { State = "Failed", StateReason = failure, StateReasonCode = "FunctionError", LastUpdateStatus = "Failed" },
    };
}
