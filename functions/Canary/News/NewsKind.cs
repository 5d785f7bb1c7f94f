namespace Canary.News;

/// <summary>What there is to tell of a rollout.</summary>
public enum NewsKind
{
    /// <summary>The candidate is ready, and the rollout begins.</summary>
    Started,

    /// <summary>The candidate has another share of the traffic.</summary>
    Shifted,

    /// <summary>A step is over, and does not end: there is no verdict.</summary>
    Held,

    /// <summary>A person has paused it.</summary>
    Paused,

    /// <summary>The pause is over.</summary>
    Resumed,

    /// <summary>A step waits for a person.</summary>
    ApprovalRequested,

    /// <summary>The end: the candidate has all traffic.</summary>
    Promoted,

    /// <summary>The end: the candidate was rejected, and the stable version has all traffic.</summary>
    RolledBack,

    /// <summary>The end: the rollout did not begin.</summary>
    Refused,

    /// <summary>The end: something broke, or somebody else changed the alias.</summary>
    Failed,

    /// <summary>The end of an execution that could not give its alias back itself: it was given back.</summary>
    AliasRestored,
}
