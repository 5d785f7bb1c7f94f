namespace Canary.Aliases;

/// <summary>What a person may say to a rollout that runs.</summary>
public enum WordKind
{
    /// <summary>The weight stays, and the step does not end, until it is resumed or the pause expires.</summary>
    Pause,

    /// <summary>The pause is over.</summary>
    Resume,

    /// <summary>The next step comes now.</summary>
    Skip,

    /// <summary>The candidate takes all traffic now.</summary>
    Promote,

    /// <summary>All traffic goes back to the stable version.</summary>
    Abort,

    /// <summary>The step that waits for a person may be left.</summary>
    Approve,

    /// <summary>It may not: all traffic goes back to the stable version.</summary>
    Reject,
}
