using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>What a rollout's checks remember of AWS's request quotas, and of when they looked at what.</summary>
public sealed record CheckMemory
{
    /// <summary>When the last check began.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When a check looked at the alias last, whether AWS took that call or not; null before the first look.</summary>
    public DateTimeOffset? AliasLookedAt { get; init; }

    /// <summary>How many more of these looks AWS did not take than it took.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int AliasMisses { get; init; }

    /// <summary>Since when no check could read the alarms; null where the last one did.</summary>
    public DateTimeOffset? AlarmsUnreadSince { get; init; }

    /// <summary>Whether AWS took no call for what decides, at the last check.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsThrottled { get; init; }

    /// <summary>At how many checks that was so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ThrottledChecks { get; init; }

    /// <summary>Seconds between checks while many rollouts share AWS's quotas; 0 where the plan's hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double IntervalSeconds { get; init; }
}
