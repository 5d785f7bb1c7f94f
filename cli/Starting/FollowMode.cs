namespace Canary.Cli.Starting;

/// <summary>How much is to be seen of a rollout.</summary>
internal enum FollowMode
{
    /// <summary>That it was started.</summary>
    None,

    /// <summary>Its changes, a line each, until it is over: for a pipeline.</summary>
    Wait,

    /// <summary>All of it, live: for a person.</summary>
    Watch,
}
