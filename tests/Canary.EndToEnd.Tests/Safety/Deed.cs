namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What somebody does to a rollout.</summary>
internal enum Deed
{
    /// <summary>The alarm fires.</summary>
    Breach,

    /// <summary>Somebody presses Stop.</summary>
    Stop,

    /// <summary>Somebody redrives what was stopped or failed.</summary>
    Redrive,

    /// <summary>Somebody approves what waits.</summary>
    Approve,

    /// <summary>Somebody rejects what waits.</summary>
    Reject,

    /// <summary>The very same rollout is started once more.</summary>
    StartAgain,

    /// <summary>Another rollout of the alias is started.</summary>
    StartAnother,

    /// <summary>Somebody sets the alias to a third version, and leaves the description.</summary>
    SetThird,

    /// <summary>Somebody sets a weight that no plan has, with a description of their own.</summary>
    SetWeight,

    /// <summary>Somebody gives all to the stable version by hand.</summary>
    SetStable,

    /// <summary>Somebody writes a description.</summary>
    Describe,
}
