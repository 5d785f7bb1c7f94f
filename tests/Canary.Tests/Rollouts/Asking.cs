using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

/// <summary>Whether a rollout has just asked a person: it bakes on then.</summary>
internal static class Asking
{
    /// <summary>What comes next, and whether a person is asked meanwhile.</summary>
    public static (NextState Next, bool Asks) Course(this Rollout rollout) =>
        (rollout.Decision.Next, rollout.Internal.ApprovalRequest is not null);
}
