using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What of a rollout was fixed at its start, besides its steps.</summary>
public sealed record RolloutPlan
{
    /// <summary>The input's deployment configuration, where it named one.</summary>
    public string? DeploymentConfig { get; init; }

    /// <summary>The version that the input names.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>The code's hash that the input demands.</summary>
    public string? CodeSha256 { get; init; }

    /// <summary>The description for the version to publish.</summary>
    public string? Description { get; init; }

    /// <summary>Who started it, by their own account.</summary>
    public string? By { get; init; }

    /// <summary>Why they did.</summary>
    public string? Reason { get; init; }

    /// <summary>Seconds between checks; 0 in a rollout that was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int CheckIntervalSeconds { get; init; }

    /// <summary>The alarms that are named, whether they count or are disregarded.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>What follows when a pause is over that nobody ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OnPauseExpired OnPauseExpired { get; init; }

    /// <summary>How the candidate is compared with the stable version; null where it is not.</summary>
    public AnalysisPlan? Analysis { get; init; }

    /// <summary>The user's hooks.</summary>
    public RolloutHooks? Hooks { get; init; }

    /// <summary>The alias's provisioned concurrency; null where it has none.</summary>
    public ProvisionedPlan? ProvisionedConcurrency { get; init; }
}
