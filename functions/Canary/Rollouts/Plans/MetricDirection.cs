using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>Which way a metric gets worse.</summary>
[JsonConverter(typeof(InputWordConverter<MetricDirection>))]
public enum MetricDirection
{
    /// <summary>More of it is worse.</summary>
    Increase,

    /// <summary>Less of it is worse.</summary>
    Decrease,
}
