using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda;

// How long changes take, and states that a test or a person puts a version into.
public sealed partial class LambdaService
{
    /// <summary>Sets how long later changes of this one function take, and how they turn out.</summary>
    public void SetLifecycle(string function, FunctionLifecycle lifecycle)
    {
        lock (_store.Gate) _store.Require(_store.Parse(function)).Lifecycle = lifecycle;
    }

    /// <summary>
    /// Puts a version into a state, such as <c>Inactive</c> after weeks without an invocation, or <c>Failed</c>; <c>Active</c>
    /// ends that.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="version">A number, or <c>$LATEST</c>.</param>
    /// <param name="state">A state of Lambda's.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="reasonCode">The same as a code of Lambda's, such as <c>Idle</c>.</param>
    public void SetState(
        string function, string version, string state, string reason = "The function is idle.", string reasonCode = "Idle")
    {
        lock (_store.Gate)
        {
            var record = _store.RequireVersion(_store.Require(_store.Parse(function)), version);
            record.Condition = state == "Active" ? null : new VersionCondition(state, reason, reasonCode);
        }
    }

    /// <summary>Sets whether a version's initialization fails: then no provisioned concurrency comes up on it.</summary>
    public void SetInitialization(string function, string version, bool fails)
    {
        lock (_store.Gate) _store.RequireVersion(_store.Require(_store.Parse(function)), version).FailsToInitialize = fails;
    }
}
