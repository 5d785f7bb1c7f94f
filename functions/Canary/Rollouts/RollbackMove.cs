namespace Canary.Rollouts;

/// <summary>What a rollback finds that it has to do.</summary>
public enum RollbackMove
{
    /// <summary>Send all traffic back to the stable version: the alias is as this rollout left it.</summary>
    Restore,

    /// <summary>Nothing: the rollout's last change was made, and only its answer was lost. It is promoted.</summary>
    Finish,

    /// <summary>Nothing: the alias was never touched.</summary>
    Nothing,

    /// <summary>
    /// Take this rollout's mark off, if it is still there, and leave the traffic at the candidate: there is no version to go
    /// back to, since this rollout created the alias, or since somebody deleted that version after the promotion.
    /// </summary>
    Keep,

    /// <summary>Take this rollout's mark off, and leave the traffic: somebody else changed it.</summary>
    LetGo,

    /// <summary>Nothing: somebody else changed the alias, and what they set stays.</summary>
    LeaveToOthers,
}
