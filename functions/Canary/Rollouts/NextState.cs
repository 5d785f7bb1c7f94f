using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>Where the state machine goes after <c>Decide</c>: each is the name of a state.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NextState>))]
public enum NextState
{
    /// <summary>Take the alias for this rollout.</summary>
    HoldAlias,

    /// <summary>Publish the candidate.</summary>
    PublishVersion,

    /// <summary>Give the candidate the next step's weight.</summary>
    ShiftWeight,

    /// <summary>Wait, then check the health again.</summary>
    Bake,

    /// <summary>Give the candidate everything, for good.</summary>
    Promote,

    /// <summary>Let go of the alias.</summary>
    Release,

    /// <summary>Give the stable version everything back.</summary>
    Rollback,

    /// <summary>End: there was nothing to do.</summary>
    Succeeded,

    /// <summary>End: the rollout was refused.</summary>
    Failed,
}
