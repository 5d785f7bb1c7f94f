using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What the numbers of a metric are.</summary>
[JsonConverter(typeof(InputWordConverter<MetricKind>))]
public enum MetricKind
{
    /// <summary>A level, such as an average: it is compared minute by minute, by which version's is worse.</summary>
    Value,

    /// <summary>
    /// Requests of a kind, counted: their share of a version's requests is compared, as that of failed ones is.
    /// </summary>
    Count,
}
