using System.Text.Json.Serialization;

namespace Canary.Statistics;

/// <summary>What a check can say of the candidate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthState>))]
public enum HealthState
{
    /// <summary>Nothing speaks against it.</summary>
    Healthy,

    /// <summary>It must go.</summary>
    Unhealthy,

    /// <summary>Nothing could be learnt.</summary>
    Inconclusive,
}
