namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What somebody does to a rollout.</summary>
internal enum Deed
{
    /// <summary>The alarm fires.</summary>
    Breach,

    /// <summary>The alarm is OK again.</summary>
    Recover,

    /// <summary>Somebody presses Stop.</summary>
    Stop,

    /// <summary>Somebody redrives what was stopped or failed.</summary>
    Redrive,

    /// <summary>EventBridge tells once more, or late, that the rollout has ended.</summary>
    EventAgain,

    /// <summary>Somebody approves what waits.</summary>
    Approve,

    /// <summary>Somebody rejects what waits.</summary>
    Reject,

    /// <summary>Somebody pauses the rollout that holds the alias.</summary>
    Pause,

    /// <summary>Somebody ends the pause.</summary>
    Resume,

    /// <summary>Somebody asks for the next step now.</summary>
    Skip,

    /// <summary>Somebody asks for the promotion now.</summary>
    Promote,

    /// <summary>Somebody aborts it.</summary>
    Abort,

    /// <summary>Somebody writes behind the mark what is no word.</summary>
    Mumble,

    /// <summary>Somebody writes a word behind the mark of the first rollout, whoever holds the alias by then.</summary>
    Shout,

    /// <summary>Somebody sets the alias to a third version, and leaves the mark with a word behind it, all in one call.</summary>
    Smuggle,

    /// <summary>The very same rollout is started once more.</summary>
    StartAgain,

    /// <summary>Another rollout of the alias is started.</summary>
    StartAnother,

    /// <summary>A rollout of the alias to another version, which exists, is started.</summary>
    StartThird,

    /// <summary>Another rollout is started, which is to take the alias even if a mark was left on it.</summary>
    StartTakingOver,

    /// <summary>
    /// Somebody starts an execution whose input is a rollout's document, and stops it before it is read.
    /// See <see cref="Forgery"/>.
    /// </summary>
    Forge,

    /// <summary>Somebody sets the alias to a third version, and leaves the description.</summary>
    SetThird,

    /// <summary>Somebody sets a weight that no plan has, with a description of their own.</summary>
    SetWeight,

    /// <summary>Somebody gives all to the stable version by hand.</summary>
    SetStable,

    /// <summary>Somebody gives all to the candidate by hand.</summary>
    SetCandidate,

    /// <summary>Somebody writes a description.</summary>
    Describe,

    /// <summary>Somebody writes a mark of a rollout called "nobody", or of this one once it has ended.</summary>
    Impersonate,

    /// <summary>Somebody writes the mark of an execution that never was, with an ARN as every other.</summary>
    Feign,

    /// <summary>Somebody updates the alias and changes nothing, which gives it another revision.</summary>
    Touch,

    /// <summary>Somebody gives the alias a permission, which gives it another revision as well.</summary>
    Permit,

    /// <summary>Somebody deletes the stable version, where nothing leads to it any more.</summary>
    PruneStable,

    /// <summary>Somebody deletes the candidate, where nothing leads to it.</summary>
    PruneCandidate,

    /// <summary>Somebody deploys another release of Canary.</summary>
    Upgrade,
}
