namespace Canary.Local.Lambda.Model;

/// <summary>A state that a version has got into after it was made.</summary>
/// <param name="State">Such as <c>Inactive</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReasonCode">The same as a code of Lambda's.</param>
/// <param name="Until">When it is Active again; null for never.</param>
internal sealed record VersionCondition(string State, string Reason, string ReasonCode, DateTimeOffset? Until = null)
{
    public FunctionConfiguration Describe(FunctionConfiguration view, DateTimeOffset now) =>
        now < (Until ?? DateTimeOffset.MaxValue)
            ? view with { State = State, StateReason = Reason, StateReasonCode = ReasonCode }
            : view;
}
