namespace Canary.Rollouts;

/// <summary>What happens next, and why: in the document as its reason, and in what the state machine needs.</summary>
/// <param name="Next">The state to go to.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="WaitSeconds">
/// Seconds to bake, or to wait for a person, until the next check; 0 where <paramref name="Next"/> is something else.
/// </param>
public sealed record Decision(NextState Next, string Reason, int WaitSeconds = 0);
