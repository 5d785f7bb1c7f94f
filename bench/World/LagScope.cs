namespace Canary.Bench.World;

/// <summary>What of the metrics has the same lag.</summary>
internal enum LagScope
{
    /// <summary>All that there is.</summary>
    Rollout,

    /// <summary>All of one version.</summary>
    Version,

    /// <summary>A minute of both versions.</summary>
    Minute,

    /// <summary>A minute of one version.</summary>
    VersionMinute,

    /// <summary>Each grain of its own.</summary>
    Grain,
}
