using System.Text.Json.Serialization;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>Where the state machine goes after <c>Decide</c>: each is the name of a state.</summary>
[JsonConverter(typeof(KnownNameConverter<NextState>))]
public enum NextState
{
    /// <summary>
    /// Wait, then check the health again. RestoreAlias and Control take any state for this one that only another release has: it
    /// changes nothing. Those that change the alias keep their names for good.
    /// </summary>
    Bake,

    /// <summary>Take the alias for this rollout.</summary>
    HoldAlias,

    /// <summary>Publish the candidate.</summary>
    PublishVersion,

    /// <summary>Let the user's hook test the candidate before any traffic goes to it.</summary>
    BeforeAllowTraffic,

    /// <summary>The same, with a hook that answers by its task token.</summary>
    BeforeAllowTrafficCallback,

    /// <summary>Create the alias at the candidate.</summary>
    CreateAlias,

    /// <summary>Give the alias more provisioned concurrency.</summary>
    RaiseConcurrency,

    /// <summary>Give the candidate the next step's weight.</summary>
    ShiftWeight,

    /// <summary>Give the candidate everything, for good.</summary>
    Promote,

    /// <summary>Wait until Lambda has shifted an alias with provisioned concurrency.</summary>
    AwaitPromotion,

    /// <summary>Let the user's hook test the alias after the promotion.</summary>
    AfterAllowTraffic,

    /// <summary>The same, with a hook that answers by its task token.</summary>
    AfterAllowTrafficCallback,

    /// <summary>Let go of the alias.</summary>
    FreeAlias,

    /// <summary>Send all traffic back to the stable version.</summary>
    Rollback,

    /// <summary>End: there was nothing to do.</summary>
    Succeeded,

    /// <summary>End: the rollout was refused.</summary>
    Failed,
}
