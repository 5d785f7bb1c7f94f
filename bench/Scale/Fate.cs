namespace Canary.Bench.Scale;

/// <summary>What is to become of a rollout.</summary>
internal enum Fate
{
    /// <summary>Nothing is wrong with its candidate: promoted.</summary>
    Good,

    /// <summary>Its alarm fires some time after its first shift: rolled back.</summary>
    Bad,

    /// <summary>Somebody stops it some time after its first shift: the alias goes back.</summary>
    Stopped,
}
