using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Lambda;

/// <summary>What an embedded Lambda may be told, besides what it needs.</summary>
public sealed record LambdaOptions
{
    /// <summary>Draws the version of each invocation of a weighted alias. A seeded one makes the draws repeatable.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>How many execution environments one version may have. What comes on top is throttled.</summary>
    public int EnvironmentsPerVersion { get; init; } = 16;

    /// <summary>What goes wrong with invocations on demand; null for nothing.</summary>
    public FaultRegistry? Faults { get; init; }

    /// <summary>Where execution environments come from; null means processes on this machine.</summary>
    public IEnvironmentFactory? Environments { get; init; }
}
